package cn.lingpao.servicesupport;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal to the client, as a problem detail (RFC 9457) with a stable {@code code} and its {@code errors}. */
public final class Refusal extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /**
     * @param code a stable code, for example {@code outside-phase}
     * @param detail one sentence: what is wrong and how to mend it
     * @param faults the single faults, in the order of the input
     */
    public Refusal(HttpStatus status, String code, String detail, List<Fault> faults) {
        super(status, problem(status, code, detail, faults), null);
    }

    public Refusal(HttpStatus status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    public static Refusal notFound(String what, String id) {
        return new Refusal(HttpStatus.NOT_FOUND, "unknown-" + what, "there is no " + what + " '" + id + "'");
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        if (!faults.isEmpty()) {
            problem.setProperty("errors", faults);
        }
        return problem;
    }
}
