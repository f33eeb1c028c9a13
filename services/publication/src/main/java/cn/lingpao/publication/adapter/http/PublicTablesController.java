package cn.lingpao.publication.adapter.http;

import cn.lingpao.publication.application.ReadReleases;
import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.ReleaseDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/** Published rankings and scores as JSON and as CSV tables. */
@RestController
@Tag(name = "tables", description = "Rankings and scores as tables: UTF-8 without a byte order mark, RFC 4180.")
class PublicTablesController {

    private final ReadReleases releases;
    private final Tables tables;

    PublicTablesController(ReadReleases releases, JsonMapper json) {
        this.releases = releases;
        this.tables = new Tables(json);
    }

    @GetMapping("/public/campaigns/{campaign}/releases/{release}/rankings/{list}")
    @Operation(summary = "A ranking, best first, as JSON or, with Accept: text/csv, as a table")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = PublicShapes.Ranking.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    ResponseEntity<byte[]> ranking(
            @PathVariable String campaign,
            @PathVariable String release,
            @PathVariable String list,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        ResponseEntity<byte[]> answer =
                prefersTable(accept) ? table(campaign, release, list) : json(campaign, release, list);
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    private ResponseEntity<byte[]> json(String campaign, String release, String list) {
        return found(
                campaign,
                release,
                list,
                (of, document) ->
                        PublicAnswers.part(of, release, document.hash(), MediaType.APPLICATION_JSON, document.json()));
    }

    @GetMapping("/public/campaigns/{campaign}/releases/{release}/rankings/{list}.csv")
    @Operation(summary = "A ranking as a table")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> table(
            @PathVariable String campaign, @PathVariable String release, @PathVariable String list) {
        return found(campaign, release, list, (of, document) -> {
            ResponseEntity<byte[]> answer = PublicAnswers.part(
                    of, release, tag(of, document.hash()), PublicAnswers.CSV, tables.ranking(of, document));
            return named(answer, of.campaignId() + "-" + of.number() + "-" + list + ".csv");
        });
    }

    @GetMapping("/public/campaigns/{campaign}/releases/{release}/scores.csv")
    @Operation(summary = "The scores and states of all nodes of all shown targets as a table")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @Nullable
    ResponseEntity<byte[]> scores(
            @PathVariable String campaign,
            @PathVariable String release,
            WebRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Release> found = releases.release(campaign, release);
        if (found.isEmpty()) {
            return PublicAnswers.notFound();
        }
        Release of = found.get();
        HttpHeaders headers = new HttpHeaders();
        PublicAnswers.describe(headers, of, release, tag(of, of.hash()), PublicAnswers.CSV);
        headers.add(HttpHeaders.CONTENT_DISPOSITION, attachment(of.campaignId() + "-" + of.number() + "-scores.csv"));
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (request.checkNotModified(PublicAnswers.quoted(tag(of, of.hash())))) {
            return null;
        }
        Writer out = response.getWriter();
        tables.scores(of, reader -> releases.sheets(of, reader), out);
        out.flush();
        return null;
    }

    private ResponseEntity<byte[]> found(
            String campaign,
            String number,
            String list,
            BiFunction<Release, ReleaseDocument, ResponseEntity<byte[]>> answer) {
        return releases.release(campaign, number)
                .flatMap(of -> releases.ranking(of, list).map(document -> answer.apply(of, document)))
                .orElseGet(PublicAnswers::notFound);
    }

    private static String tag(Release release, String hash) {
        return hash + "-" + release.number() + "-" + Tables.FORMAT;
    }

    private static ResponseEntity<byte[]> named(ResponseEntity<byte[]> answer, String file) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        headers.add(HttpHeaders.CONTENT_DISPOSITION, attachment(file));
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    private static String attachment(String file) {
        return "attachment; filename=\"" + file + "\"";
    }

    private static boolean prefersTable(String accept) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            return !wanted.isEmpty()
                    && wanted.stream().anyMatch(type -> type.equalsTypeAndSubtype(PublicAnswers.CSV))
                    && wanted.stream().noneMatch(type -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
