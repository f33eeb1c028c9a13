package cn.lingpao.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member of staff before the workbench, with a browser that keeps cookies and follows redirects. */
final class Staff {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String url;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Staff(String url) {
        this.url = url;
    }

    /** Opens a page of the workbench, signing in at the issuer's page on the way. */
    HttpResponse<String> signIn(String user, String path) {
        HttpResponse<String> page = get(path);
        URI login = page.uri().resolve("/login");
        return send(form(login, page.body(), "username=" + user + "&password=" + user));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    /** Sends the first form of a page whose address ends so. */
    HttpResponse<String> press(HttpResponse<String> page, String ending) {
        Matcher form = Pattern.compile("action=\"([^\"]+/" + ending + ")\"").matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form " + ending + " on " + page.uri());
        }
        return send(form(page.uri().resolve(form.group(1)), page.body(), ""));
    }

    private static HttpRequest.Builder form(URI address, String page, String fields) {
        Matcher csrf = CSRF.matcher(page);
        if (!csrf.find()) {
            throw new AssertionError("a form without a token: " + page);
        }
        String body = fields + "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
