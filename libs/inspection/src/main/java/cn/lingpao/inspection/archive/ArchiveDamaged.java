package cn.lingpao.inspection.archive;

import java.io.IOException;

/** An archive holds what it did not write, or no longer what it wrote; it is left as it is. */
public final class ArchiveDamaged extends IOException {

    private static final long serialVersionUID = 1;

    ArchiveDamaged(String reason) {
        super(reason);
    }
}
