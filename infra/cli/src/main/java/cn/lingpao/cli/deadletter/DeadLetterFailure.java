package cn.lingpao.cli.deadletter;

/** Why dead letters could not be read or settled, in one sentence. */
public final class DeadLetterFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeadLetterFailure(String sentence) {
        super(sentence);
    }
}
