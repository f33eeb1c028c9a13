package cn.lingpao.cli.sample;

import cn.lingpao.methodology.framework.CheckPoint;

/** The made-up page behind a piece of evidence; its text, and so its digest, follows from the arguments. */
record Page(String title, String html) {

    static Page of(long seed, Place place, CheckPoint point, Finding finding) {
        String title = place.name() + " · " + point.text().zh() + "（虚构 invented）";
        return new Page(title, """
                <!DOCTYPE html>
                <html lang="zh">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body><p>本页为虚构演示，不指任何真实政府。This page is invented; no real government is meant.</p>
                <p data-seed="%d" data-check-point="%s">%s</p></body>
                </html>
                """.formatted(title, seed, point.id(), finding.value()));
    }

    String sha256() {
        return Digest.hex(html);
    }
}
