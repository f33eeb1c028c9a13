package cn.lingpao.cli;

import cn.lingpao.cli.evidence.Hashes;
import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;

/** Fetches every piece of evidence of a campaign and hashes it here, so that nobody's word is taken for it. */
final class CampaignVerification {

    private final Platform api;
    private final String campaign;
    private final PrintWriter out;
    private final PrintWriter err;

    CampaignVerification(Platform api, String campaign, PrintWriter out, PrintWriter err) {
        this.api = api;
        this.campaign = campaign;
        this.out = out;
        this.err = err;
    }

    /** 0 when every piece is there and unchanged, else 1. */
    int verify() {
        Set<String> hashes = new LinkedHashSet<>();
        new Pages(api, Platform.path("campaigns", campaign, "evidence"))
                .each(capture -> hashes.add(capture.path("sha256").asString("")));
        int damaged = 0;
        try (Progress progress = Progress.of("evidence", hashes.size())) {
            for (String hash : hashes) {
                damaged += isIntact(hash) ? 0 : 1;
                progress.stepBy(1);
            }
        }
        int outstanding = new Pages(api, Platform.path("campaigns", campaign, "evidence", "outstanding"))
                .each(item -> err.println(item.path("sha256").asString("") + ": is named by "
                        + item.path("cells").size() + " cells and was never brought"));
        err.flush();
        out.printf("evidence: %d intact, %d damaged, %d outstanding%n", hashes.size() - damaged, damaged, outstanding);
        return damaged + outstanding == 0 ? 0 : 1;
    }

    private boolean isIntact(String hash) {
        String found;
        try {
            found = api.stream(Platform.path("campaigns", campaign, "evidence", hash), Hashes::sha256);
        } catch (PlatformRefusal | IOException unreadable) {
            found = "nothing: " + unreadable.getMessage();
        }
        if (!found.equals(hash)) {
            err.println(hash + ": the stored bytes hash to " + found);
        }
        return found.equals(hash);
    }
}
