package cn.lingpao.inspection.web;

import cn.lingpao.inspection.web.Capture.Header;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request before it is sent. */
record Call(String method, URI url, List<Header> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    static Call get(URI url) {
        return new Call("GET", url, List.of(), NOTHING);
    }

    static Call head(URI url) {
        return new Call("HEAD", url, List.of(), NOTHING);
    }

    static Call post(URI url, Map<String, String> form, Charset charset) {
        String fields = form.entrySet().stream()
                .map(field -> encoded(field.getKey(), charset) + "=" + encoded(field.getValue(), charset))
                .collect(Collectors.joining("&"));
        return new Call(
                "POST",
                url,
                List.of(new Header("Content-Type", "application/x-www-form-urlencoded")),
                fields.getBytes(StandardCharsets.US_ASCII));
    }

    Call with(String name, String value) {
        List<Header> more = Stream.concat(headers.stream(), Stream.of(new Header(name, value)))
                .toList();
        return new Call(method, url, more, body);
    }

    /** What a browser sends after this call was answered with a redirect: a form is not sent again unless told to. */
    Call redirected(int status, URI location) {
        boolean keeps = method.equals("HEAD") || status == 307 || status == 308;
        return keeps ? new Call(method, location, headers, body) : get(location);
    }

    private static String encoded(String text, Charset charset) {
        return URLEncoder.encode(text, charset);
    }
}
