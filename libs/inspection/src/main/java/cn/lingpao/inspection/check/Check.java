package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Finding;
import java.util.Map;

/** A machine-checkable point. */
public interface Check {

    /** Lower-kebab, stable, for example {@code home-freshness}. */
    String id();

    /** The regulation it reads, with its place. */
    String citation();

    /** Every parameter with its default; the names are lower-kebab. */
    Map<String, String> parameters();

    /** Decides about the subject of this inspection. Exceptions become UNDETERMINED (`parse`). */
    Finding decide(Inspection inspection);
}
