package cn.lingpao.datacollection.adapter.warc;

import cn.lingpao.datacollection.application.evidence.ArchivedRecord;
import cn.lingpao.datacollection.application.evidence.ArchivedRecord.Facts;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A capture that waits for what may stand behind it.
 *
 * @param behind its request and its description, which are no captures
 */
record Held(URI id, ArchivedRecord record, List<ArchivedRecord> behind) implements AutoCloseable {

    Held with(UnaryOperator<Facts> more, ArchivedRecord.Passed said) {
        List<ArchivedRecord> longer = new ArrayList<>(behind);
        longer.add(said);
        return new Held(id, record(more), longer);
    }

    private ArchivedRecord record(UnaryOperator<Facts> more) {
        return switch (record) {
            case ArchivedRecord.Found found ->
                new ArchivedRecord.Found(found.number(), found.type(), more.apply(found.facts()), found.payload());
            case ArchivedRecord.Revisit revisit -> revisit.with(more.apply(revisit.facts()));
            case ArchivedRecord.Passed passed -> passed;
            case ArchivedRecord.Broken broken -> broken;
        };
    }

    @Override
    public void close() throws IOException {
        if (record instanceof ArchivedRecord.Found found) {
            found.payload().close();
        }
    }
}
