package cn.lingpao.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** What of an answer is still to be handed over, in replies that a driver takes. */
final class BoundedCursor extends AbstractCursor {

    /** In {@link BsonDocuments#getMemory}, which is at least a third of the bytes: a reply stays below 16 MB. */
    private static final int REPLY = 5 << 20;

    private List<Document> remaining;

    BoundedCursor(long id, List<Document> remaining) {
        this.remaining = remaining;
        super(id);
    }

    @Override
    public boolean isEmpty() {
        return remaining.isEmpty();
    }

    /** At most so many, and at least one while there are any. */
    @Override
    public List<Document> takeDocuments(int most) {
        int taken = 0;
        long size = 0;
        while (taken < Math.min(most, remaining.size())) {
            size += BsonDocuments.size(remaining.get(taken));
            if (taken > 0 && size > REPLY) {
                break;
            }
            taken++;
        }
        List<Document> documents = remaining.subList(0, taken);
        remaining = remaining.subList(taken, remaining.size());
        return documents;
    }
}
