package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A document is not a framework: all its faults, in the order of the lines. */
public final class FrameworkFaults extends RuntimeException {

    private final transient List<Fault> faults;

    public FrameworkFaults(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
