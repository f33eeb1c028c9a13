package cn.lingpao.cli;

/** The progress answers of campaign {@code c}. */
final class Progresses {

    private Progresses() {}

    static void of(FakeGateway gateway, int collected, int reviewed, int verdicts, int scored, int published) {
        gateway.on(path("observations"), 200, "{\"cells\":%d}".formatted(collected))
                .on(path("verdicts"), 200, "{\"cells\":%d,\"verdicts\":%d}".formatted(reviewed, verdicts))
                .on(path("cases"), 200, "{\"awards\":2}")
                .on(path("scores"), 200, "{\"verdicts\":%d}".formatted(scored))
                .on(path("releases"), 200, "{\"verdicts\":%d,\"awards\":2}".formatted(published));
    }

    private static String path(String what) {
        return "GET /campaigns/c/" + what + "/progress";
    }
}
