package cn.lingpao.load.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;

/**
 * What a row says, and whether a document of the store says the same.
 *
 * @param value a judgement, or a figure as text
 */
record Observed(String target, String checkPoint, String value, Instant observedAt, String url, String sha256) {

    private static final String COLLECTOR = "load-collector";
    private static final String CAUSE = "timeout";
    private static final String TITLE = "在线服务 - 网上办事大厅";

    String json() {
        String undetermined = value.equals("UNDETERMINED") ? ",\"cause\":\"" + CAUSE + "\"" : "";
        return """
                {"target":"%s","checkPoint":"%s","channel":"portal","value":%s%s,\
                "collector":{"id":"%s","kind":"SYSTEM"},"observedAt":"%s",\
                "evidence":[{"url":"%s","title":"%s","capturedAt":"%s","sha256":"%s"}]}
                """.formatted(
                        target,
                        checkPoint,
                        isFigure() ? value : '"' + value + '"',
                        undetermined,
                        COLLECTOR,
                        observedAt,
                        url,
                        TITLE,
                        observedAt,
                        sha256);
    }

    boolean isKeptIn(Document document) {
        List<Document> evidence = document.getList("evidence", Document.class);
        return target.equals(document.getString("target"))
                && checkPoint.equals(document.getString("checkPoint"))
                && "portal".equals(document.getString("channel"))
                && isValue(document.get("value", Document.class))
                && COLLECTOR.equals(document.getString("observer"))
                && Date.from(observedAt).equals(document.getDate("observedAt"))
                && evidence.size() == 1
                && isProof(evidence.getFirst());
    }

    private boolean isValue(Document kept) {
        String kind = kept.getString("kind");
        if (isFigure()) {
            BigDecimal number = kept.get("number", Decimal128.class).bigDecimalValue();
            return kind.equals("NUMBER") && number.compareTo(new BigDecimal(value)) == 0;
        }
        return kind.equals(value) && (!value.equals("UNDETERMINED") || CAUSE.equals(kept.getString("cause")));
    }

    private boolean isProof(Document proof) {
        return url.equals(proof.getString("url"))
                && TITLE.equals(proof.getString("title"))
                && Date.from(observedAt).equals(proof.getDate("capturedAt"))
                && sha256.equals(proof.getString("sha256"));
    }

    private boolean isFigure() {
        return Character.isDigit(value.charAt(0));
    }
}
