package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.Waiting;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** How far the data of a campaign have come: cells collected, reviewed, scored, and known to publication. */
record Settling(long collected, long reviewed, long verdicts, long scored, long published, long awards, long bonuses) {

    private static final Duration PAUSE = Duration.ofMillis(300);

    static Settling of(Platform api, String campaign) {
        JsonNode collection = progress(api, campaign, "observations", "?settled=true");
        JsonNode review = progress(api, campaign, "verdicts", "");
        JsonNode cases = progress(api, campaign, "cases", "");
        JsonNode scoring = progress(api, campaign, "scores", "");
        JsonNode publication = progress(api, campaign, "releases", "");
        return new Settling(
                collection.path("cells").asLong(0),
                review.path("cells").asLong(0),
                review.path("verdicts").asLong(0),
                scoring.path("verdicts").asLong(0),
                publication.path("verdicts").asLong(0),
                cases.path("awards").asLong(0),
                publication.path("awards").asLong(0));
    }

    private static JsonNode progress(Platform api, String campaign, String what, String query) {
        return api.get(Platform.path("campaigns", campaign, what, "progress") + query);
    }

    /** Waits as long as something moves. */
    static Settling await(Platform api, String campaign) {
        Settling now = of(api, campaign);
        if (now.isSettled()) {
            return now;
        }
        Waiting waiting = api.quietWaiting();
        try (Progress progress = Progress.of("through the chain", 3 * now.collected())) {
            while (!now.isSettled()) {
                waiting.pause(PAUSE, "nothing moves any more: " + now.describe() + "; see 'lingpao dlt list'");
                Settling next = of(api, campaign);
                if (!next.equals(now)) {
                    waiting.restart();
                }
                now = next;
                progress.stepTo(now.reviewed() + now.scored() + now.published(), 3 * now.collected());
            }
        }
        return now;
    }

    boolean isSettled() {
        return collected == reviewed && verdicts == scored && scored == published && awards == bonuses;
    }

    String describe() {
        return "cells: %d collected, %d reviewed, %d with a verdict, %d scored, %d at publication; awards: %d of %d scored"
                .formatted(collected, reviewed, verdicts, scored, published, bonuses, awards);
    }
}
