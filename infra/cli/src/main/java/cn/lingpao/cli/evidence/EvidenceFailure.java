package cn.lingpao.cli.evidence;

/** A file of evidence cannot be used; the message says why. */
public final class EvidenceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvidenceFailure(String message) {
        super(message);
    }
}
