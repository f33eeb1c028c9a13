package cn.lingpao.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The faults and notices of the input, in the order in which they were found. A fault refuses the input, a notice does not. */
final class Remarks {

    /** So many faults are kept; beyond them only their number is. */
    static final int MOST = 1000;

    private final List<Remark> faults = new ArrayList<>();
    private final List<Remark> notices = new ArrayList<>();
    private int unkept;

    /** Adds a fault of a file. */
    void fault(Path file, long line, int column, String field, String code, String text) {
        if (faults.size() < MOST) {
            faults.add(new Remark(file, line, column, field, code, text));
        } else {
            unkept++;
        }
    }

    void notice(Path file, long line, int column, String field, String code, String text) {
        if (notices.size() < MOST) {
            notices.add(new Remark(file, line, column, field, code, text));
        }
    }

    boolean refused() {
        return !faults.isEmpty();
    }

    List<Remark> faults() {
        return List.copyOf(faults);
    }

    List<Remark> notices() {
        return List.copyOf(notices);
    }

    /** How many faults there are, those beyond the kept ones too. */
    int faultCount() {
        return faults.size() + unkept;
    }
}
