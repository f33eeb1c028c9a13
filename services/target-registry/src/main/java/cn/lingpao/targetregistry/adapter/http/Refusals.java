package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.servicesupport.Refusal;
import cn.lingpao.targetregistry.domain.Fault;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** Turns faults into refusals. */
final class Refusals {

    private static final Set<String> NOT_NOW = Set.of("outside-phase", "already-accepted", "taken", "contended");

    private Refusals() {}

    /** The input is at fault: nothing was stored, and every fault is named. */
    static Refusal faulty(String what, List<Fault> faults) {
        String detail = faults.size() == 1
                ? faults.getFirst().reason()
                : what + " has " + faults.size() + " faults; nothing was stored";
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, code(faults), detail, errors(faults));
    }

    /** The input may be sound, but the state of things does not allow it. */
    static Refusal conflict(String code, String detail, List<Fault> faults) {
        return new Refusal(HttpStatus.CONFLICT, code, detail, errors(faults));
    }

    /** A conflict where a fault lies in the state of things, else a faulty input. */
    static Refusal of(String what, List<Fault> faults) {
        return faults.stream().map(Fault::code).anyMatch(NOT_NOW::contains)
                ? conflict(code(faults), faults.getFirst().reason(), faults)
                : faulty(what, faults);
    }

    private static String code(List<Fault> faults) {
        return faults.size() == 1 ? faults.getFirst().code() : "faults";
    }

    private static List<cn.lingpao.servicesupport.Fault> errors(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new cn.lingpao.servicesupport.Fault(
                        fault.line(), fault.column(), fault.path(), fault.code(), fault.reason()))
                .toList();
    }
}
