package cn.lingpao.methodology.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of a document while it is read to its end. */
public final class Faults {

    /** So many are kept; beyond them only their number is. */
    public static final int MOST = 1000;

    private final List<Fault> faults = new ArrayList<>();
    private int more;

    /** Adds a fault, unless just that was found already. */
    public void add(Fault fault) {
        if (faults.contains(fault)) {
            return;
        }
        if (faults.size() < MOST) {
            faults.add(fault);
        } else {
            more++;
        }
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** The faults in the order of the document; the last one tells how many more there are, if so. */
    public List<Fault> list() {
        List<Fault> list = new ArrayList<>(faults);
        list.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
        if (more > 0) {
            Fault last = list.getLast();
            String reason = "and %d more faults: mend these first".formatted(more);
            list.add(new Fault(last.line(), last.column(), "", "more", reason));
        }
        return List.copyOf(list);
    }
}
