package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
import cn.lingpao.collectorclient.Waiting;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Orders a run of the site collector and follows it to its end. */
final class CollectionRuns {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final JsonMapper JSON = new JsonMapper();

    private final Platform api;
    private final String path;

    CollectionRuns(Platform api, String campaign) {
        this.api = api;
        this.path = Platform.path("campaigns", campaign, "collection-runs");
    }

    /** The id of the run. */
    String order(List<String> targets, List<String> checks, boolean due) {
        ObjectNode wish = JSON.createObjectNode();
        targets.forEach(wish.putArray("targets")::add);
        checks.forEach(wish.putArray("checks")::add);
        wish.put("due", due);
        try {
            return api.post(path, "application/json", wish.toString())
                    .body()
                    .path("id")
                    .asString("");
        } catch (PlatformRefusal refusal) {
            throw refusal.ofCommand();
        }
    }

    /** The id of the run that goes on, and does not any more. */
    String cancel() {
        String id = running().orElseThrow(() -> new CommandFailure("no run of this campaign goes on"));
        try {
            api.post(path + Platform.path(id, "cancellation"), "application/json", "");
        } catch (PlatformRefusal refusal) {
            throw refusal.ofCommand();
        }
        return id;
    }

    /** The id of the run that goes on. */
    Optional<String> running() {
        try {
            for (JsonNode run : api.get(path).path("items")) {
                if (!ended(run)) {
                    return Optional.of(run.path("id").asString(""));
                }
            }
        } catch (PlatformRefusal refusal) {
            throw refusal.ofCommand();
        }
        return Optional.empty();
    }

    /** The run when it has ended; a run may take long, so only an outage is given up. */
    JsonNode follow(String run) {
        Waiting waiting = api.quietWaiting();
        try (Progress progress = Progress.of("collect", 1)) {
            JsonNode now = api.get(path + Platform.path(run));
            while (!ended(now)) {
                long cells = now.path("progress").path("cells").asLong(0);
                progress.stepTo(now.path("progress").path("finished").asLong(0), Math.max(1, cells));
                waiting.restart();
                waiting.pause(PAUSE, "the run goes on");
                now = api.get(path + Platform.path(run));
            }
            long cells = now.path("progress").path("cells").asLong(0);
            progress.stepTo(cells, cells);
            return now;
        }
    }

    private static boolean ended(JsonNode run) {
        return run.path("endedAt").isString();
    }

    /** Prints what came of it; 0 when all of it was taken in. */
    static int report(JsonNode run, PrintWriter out, PrintWriter err) {
        JsonNode verdicts = run.path("progress");
        JsonNode delivery = run.path("delivery");
        out.printf(
                "run %s %s: %d verdicts: %d MET, %d NOT_MET, %d UNDETERMINED%n",
                run.path("id").asString(""),
                run.path("state").asString(""),
                verdicts.path("finished").asLong(0),
                verdicts.path("met").asLong(0),
                verdicts.path("notMet").asLong(0),
                verdicts.path("undetermined").asLong(0));
        if (!delivery.isMissingNode()) {
            out.printf(
                    "observations: %d accepted, %d repeated, %d rejected; evidence: %d stored%n",
                    delivery.path("accepted").asLong(0),
                    delivery.path("repeated").asLong(0),
                    delivery.path("rejected").asLong(0),
                    delivery.path("evidence").asLong(0));
        }
        run.path("notices").forEach(each -> err.println(each.asString("")));
        delivery.path("refused").forEach(each -> err.println(each.asString("")));
        if (run.path("fault").isString()) {
            err.println(run.path("fault").asString(""));
        }
        err.flush();
        return run.path("state").asString("").equals("done")
                        && delivery.path("refused").isEmpty()
                ? 0
                : 1;
    }
}
