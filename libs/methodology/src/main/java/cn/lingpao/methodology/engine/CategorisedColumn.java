package cn.lingpao.methodology.engine;

import java.util.ArrayList;
import java.util.List;

/** A column in which a row depends on the rows of its category. */
abstract class CategorisedColumn extends WholeColumn {

    final Categories categories;

    CategorisedColumn(Column source, Categories categories) {
        super(source);
        this.categories = categories;
        if (categories.column != null) {
            reads(categories.column);
        }
    }

    @Override
    final List<Column> sources() {
        List<Column> sources = new ArrayList<>(super.sources());
        if (categories.column != null) {
            sources.add(categories.column);
        }
        return sources;
    }
}
