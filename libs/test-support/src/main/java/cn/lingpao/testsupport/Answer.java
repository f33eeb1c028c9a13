package cn.lingpao.testsupport;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of a service. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The text at a JSON pointer. */
    public String at(String pointer) {
        return json().at(pointer).asString();
    }

    /** A header's values, or nothing. */
    public String header(String name) {
        return String.join(",", headers.allValues(name));
    }
}
