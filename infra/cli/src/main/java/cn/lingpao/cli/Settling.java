package cn.lingpao.cli;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** How far the data of a campaign have come: cells collected, reviewed, scored, and known to publication. */
record Settling(long collected, long reviewed, long verdicts, long scored, long published, long awards, long bonuses) {

    private static final Duration STUCK = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(300);

    static Settling of(Api api, String campaign) {
        JsonNode collection = api.get("/campaigns/" + campaign + "/observations/progress");
        JsonNode review = api.get("/campaigns/" + campaign + "/verdicts/progress");
        JsonNode cases = api.get("/campaigns/" + campaign + "/cases/progress");
        JsonNode scoring = api.get("/campaigns/" + campaign + "/scores/progress");
        JsonNode publication = api.get("/campaigns/" + campaign + "/releases/progress");
        return new Settling(
                collection.path("cells").asLong(),
                review.path("cells").asLong(),
                review.path("verdicts").asLong(),
                scoring.path("verdicts").asLong(),
                publication.path("verdicts").asLong(),
                cases.path("awards").asLong(),
                publication.path("awards").asLong());
    }

    /** Waits as long as something moves. */
    static Settling await(Api api, String campaign) {
        Settling now = of(api, campaign);
        Instant moved = Instant.now();
        try (Progress progress = Progress.of("through the chain", 2 * now.collected() + now.published())) {
            while (!now.isSettled()) {
                pause();
                Settling next = of(api, campaign);
                moved = next.equals(now) ? moved : Instant.now();
                now = next;
                progress.stepTo(now.reviewed() + now.scored() + now.published());
                if (moved.plus(STUCK).isBefore(Instant.now())) {
                    throw new CommandFailure("nothing has moved for " + STUCK.toSeconds() + " s: " + now.describe());
                }
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

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }
}
