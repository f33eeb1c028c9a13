package cn.lingpao.collectorclient;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends requests; who does not answer is named. */
final class Http {

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** @param whom who is asked, for the sentence when it does not answer */
    HttpResponse<String> send(HttpRequest request, Object whom) throws Outage {
        return send(request, HttpResponse.BodyHandlers.ofString(), whom);
    }

    /** @param body what to do with the answer's bytes as they come */
    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body, Object whom) throws Outage {
        try {
            return client.send(request, body);
        } catch (IOException unreachable) {
            throw new Outage(
                    whom + " does not answer (" + unreachable.getClass().getSimpleName() + ")");
        } catch (InterruptedException interrupted) {
            throw Waiting.interrupted();
        }
    }

    /** Somebody does not answer now and may answer later. */
    static final class Outage extends IOException {

        private static final long serialVersionUID = 1L;

        Outage(String sentence) {
            super(sentence);
        }
    }
}
