package cn.lingpao.standalone;

/** Why the product does not start, in one sentence for the person at the terminal. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }
}
