package cn.lingpao.evidencereview.domain;

/** What became of a decision. */
public sealed interface Ruling {

    /** It changed the cell. */
    record Taken(Cell cell) implements Ruling {}

    /** The same person decided the same before: nothing changed. */
    record Repeated() implements Ruling {}

    /** It cannot be taken; nothing changed. */
    record Refused(Fault fault) implements Ruling {

        static Refused because(Fault.Code code, String reason) {
            return new Refused(new Fault(null, code, reason));
        }
    }
}
