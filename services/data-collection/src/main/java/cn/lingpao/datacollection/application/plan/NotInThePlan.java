package cn.lingpao.datacollection.application.plan;

/** The plan has no such target, node or check point. */
public final class NotInThePlan extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String id;

    public NotInThePlan(String what, String id) {
        super("the plan has no " + what + " '" + id + "'");
        this.what = what;
        this.id = id;
    }

    /** {@code target}, {@code node} or {@code check-point}. */
    public String what() {
        return what;
    }

    public String id() {
        return id;
    }
}
