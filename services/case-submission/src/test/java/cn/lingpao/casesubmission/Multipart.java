package cn.lingpao.casesubmission;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart body, part by part. */
final class Multipart {

    private static final String BOUNDARY = "----lingpao";

    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Multipart form(String json) {
        return part("name=\"case\"", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String name, byte[] bytes) {
        return part("name=\"attachments\"; filename=\"" + name + "\"", "application/octet-stream", bytes);
    }

    byte[] bytes() {
        text("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private Multipart part(String disposition, String type, byte[] bytes) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
                + "\r\n\r\n");
        body.writeBytes(bytes);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
