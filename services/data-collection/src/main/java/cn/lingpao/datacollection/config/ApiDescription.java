package cn.lingpao.datacollection.config;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds to the description of the API what no signature shows: bodies that are bytes, the token, and every refusal with its
 * codes.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String CAMPAIGN = "/api/v1/campaigns/{campaign}";
    private static final String PROBLEM = "Problem";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Schema<?> BYTES = new StringSchema().format("binary");

    private static final Map<String, String> MEANINGS = Map.of(
            "400", "a parameter or the body cannot be read: `errors` says where and why",
            "401", "`no-token`: no valid token",
            "403", "`wrong-role`; evidence also `not-registered`, claiming a task also `not-a-person`",
            "404",
                    "`unknown-campaign`, `unknown-target`, `unknown-node`, `unknown-evidence`, `outstanding`, `no-thumbnail`",
            "409", "`held`, `no-task`, `not-held`, `outside-phase`, `contended`",
            "413", "`body-too-large`, `too-large`: send it in smaller parts",
            "415", "the type or encoding of the body",
            "422",
                    "`hash-mismatch`; of a sheet `unknown-sheet`, `unknown-column`, `missing-column`, `old-workbook`, `broken-workbook`, `broken-csv`",
            "503", "`not-ready`: send the same again, what was taken in is recognised");

    /** Statuses that an operation may answer beside its success, 401 and 403. */
    private static final Map<String, List<String>> REFUSALS = Map.ofEntries(
            Map.entry("POST " + CAMPAIGN + "/observations", List.of("400", "404", "413", "415", "503")),
            Map.entry("GET " + CAMPAIGN + "/observations", List.of("400")),
            Map.entry("GET " + CAMPAIGN + "/observations/progress", List.of("400", "503")),
            Map.entry("GET " + CAMPAIGN + "/observations/template", List.of("400", "404")),
            Map.entry("POST " + CAMPAIGN + "/observations/sheet", List.of("400", "404", "413", "415", "422", "503")),
            Map.entry("GET " + CAMPAIGN + "/rejections", List.of("400")),
            Map.entry("POST " + CAMPAIGN + "/evidence", List.of("400", "404", "413", "415", "422")),
            Map.entry("PUT " + CAMPAIGN + "/evidence", List.of("400", "404", "413", "415", "422")),
            Map.entry("PUT " + CAMPAIGN + "/evidence/{sha256}", List.of("400", "404", "413", "415", "422")),
            Map.entry("GET " + CAMPAIGN + "/evidence", List.of("400")),
            Map.entry("GET " + CAMPAIGN + "/evidence/history", List.of("400")),
            Map.entry("GET " + CAMPAIGN + "/evidence/outstanding", List.of("400")),
            Map.entry("GET " + CAMPAIGN + "/evidence/{sha256}", List.of("400", "404")),
            Map.entry("GET " + CAMPAIGN + "/evidence/{sha256}/description", List.of("400", "404")),
            Map.entry("GET " + CAMPAIGN + "/evidence/{sha256}/thumbnail", List.of("400", "404")),
            Map.entry("GET " + CAMPAIGN + "/evidence/{sha256}/verification", List.of("400", "404")),
            Map.entry("GET " + CAMPAIGN + "/plan", List.of("400", "404")),
            Map.entry("GET " + CAMPAIGN + "/plan/progress", List.of("400", "404")),
            Map.entry("GET " + CAMPAIGN + "/plan/matrix", List.of("404")),
            Map.entry("GET " + CAMPAIGN + "/tasks", List.of("400", "404")),
            Map.entry("POST " + CAMPAIGN + "/tasks/{target}/{checkPoint}/claim", List.of("404", "409")),
            Map.entry("POST " + CAMPAIGN + "/tasks/{target}/{checkPoint}/return", List.of("400", "404", "409")));

    /** Bodies of requests that are bytes, by their types. */
    private static final Map<String, List<String>> SENT = Map.of(
            "POST " + CAMPAIGN + "/observations", List.of("application/x-ndjson"),
            "POST " + CAMPAIGN + "/observations/sheet", List.of(XLSX, "text/csv"),
            "POST " + CAMPAIGN + "/evidence", List.of("*/*", "application/warc"),
            "PUT " + CAMPAIGN + "/evidence", List.of("*/*", "application/warc"),
            "PUT " + CAMPAIGN + "/evidence/{sha256}", List.of("*/*"));

    /** Answers that are bytes, by their types. */
    private static final Map<String, List<String>> ANSWERED = Map.of(
            "GET " + CAMPAIGN + "/observations/template", List.of(XLSX, "text/csv"),
            "GET " + CAMPAIGN + "/evidence/export", List.of("application/warc"),
            "GET " + CAMPAIGN + "/evidence/{sha256}", List.of("application/octet-stream", "text/plain", "image/*"),
            "GET " + CAMPAIGN + "/evidence/{sha256}/thumbnail", List.of("image/png"));

    @Bean
    OpenApiCustomizer whatNoSignatureShows(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        return api -> {
            api.info(new Info().title("Lingpao: collection").version("v1"));
            Components components = api.getComponents();
            components.addSchemas(PROBLEM, problem());
            components.addSecuritySchemes("collector", clientCredentials(issuer));
            api.addSecurityItem(new SecurityRequirement().addList("collector"));
            api.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> describe(method + " " + path, operation)));
        };
    }

    private static void describe(String key, Operation operation) {
        ApiResponses answers = operation.getResponses();
        if (SENT.containsKey(key)) {
            operation.requestBody(new RequestBody().required(true).content(bytes(SENT.get(key))));
        }
        if (ANSWERED.containsKey(key)) {
            answers.addApiResponse(
                    "200", new ApiResponse().description("the bytes").content(bytes(ANSWERED.get(key))));
        }
        refuse(answers, "401");
        if (!key.endsWith("/causes")) {
            refuse(answers, "403");
        }
        REFUSALS.getOrDefault(key, List.of()).forEach(status -> refuse(answers, status));
    }

    private static void refuse(ApiResponses answers, String status) {
        answers.addApiResponse(
                status,
                new ApiResponse()
                        .description(MEANINGS.get(status))
                        .content(new Content()
                                .addMediaType("application/problem+json", new MediaType().schema(ref(PROBLEM)))));
    }

    private static Content bytes(List<String> types) {
        Content content = new Content();
        types.forEach(type -> content.addMediaType(type, new MediaType().schema(BYTES)));
        return content;
    }

    private static Schema<?> ref(String shape) {
        return new Schema<>().$ref("#/components/schemas/" + shape);
    }

    /** RFC 9457, with a stable code and the single faults. */
    private static Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty("line", new IntegerSchema().nullable(true))
                .addProperty("column", new IntegerSchema().nullable(true))
                .addProperty("field", new StringSchema().nullable(true))
                .addProperty("code", new StringSchema())
                .addProperty("reason", new StringSchema());
        return new ObjectSchema()
                .addProperty("status", new IntegerSchema())
                .addProperty("title", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("stable, for example unknown-campaign"))
                .addProperty("errors", new ArraySchema().items(fault));
    }

    private static SecurityScheme clientCredentials(String issuer) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("an access token of the issuer; its claim `roles` says what it allows")
                .flows(new OAuthFlows()
                        .clientCredentials(new OAuthFlow()
                                .tokenUrl(issuer + "/oauth2/token")
                                .scopes(new Scopes().addString("collector", "deliver observations and evidence"))));
    }
}
