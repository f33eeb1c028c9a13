package cn.lingpao.inspection.site;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.reading.ColumnKind;
import cn.lingpao.inspection.reading.Item;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list page reachable from the navigation.
 *
 * @param items in the page's order; none where the column is empty or unread
 * @param unread why its list could not be read; null when it was
 */
public record Column(
        String name,
        ColumnKind kind,
        View view,
        List<Item> items,
        @Nullable Cause unread) {

    /** Whether its list was read and has no item. */
    public boolean empty() {
        return unread == null && items.isEmpty();
    }

    public URI url() {
        return view.url();
    }

    /** Its name and address, for a reading. */
    public String label() {
        return name + " " + view.url();
    }
}
