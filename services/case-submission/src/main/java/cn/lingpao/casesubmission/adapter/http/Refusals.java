package cn.lingpao.casesubmission.adapter.http;

import cn.lingpao.casesubmission.domain.Fault;
import cn.lingpao.servicesupport.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Turns faults into refusals. */
final class Refusals {

    private Refusals() {}

    static Refusal of(List<Fault> faults) {
        Fault first = faults.getFirst();
        String detail =
                faults.size() == 1 ? first.reason() : "The form has " + faults.size() + " faults; nothing was stored";
        return new Refusal(status(faults), faults.size() == 1 ? first.code() : "faults", detail, errors(faults));
    }

    private static HttpStatus status(List<Fault> faults) {
        if (faults.stream().anyMatch(fault -> fault.code().equals("too-large"))) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        return switch (faults.getFirst().code()) {
            case "outside-phase", "contended" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static List<cn.lingpao.servicesupport.Fault> errors(List<Fault> faults) {
        return faults.stream()
                .map(fault -> cn.lingpao.servicesupport.Fault.at(fault.path(), fault.code(), fault.reason()))
                .toList();
    }
}
