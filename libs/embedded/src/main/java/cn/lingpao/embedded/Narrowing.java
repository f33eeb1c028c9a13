package cn.lingpao.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;

/** An index that can say how much it narrows a filter. */
interface Narrowing {

    Optional<IndexPlan> plan(Document filter);

    Iterable<Object> positions(IndexPlan plan);
}
