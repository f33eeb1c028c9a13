package cn.lingpao.portal.fieldwork;

import cn.lingpao.portal.results.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A campaign as the registry knows it. */
public record Campaign(String id, Words name, String framework, boolean invented, List<Phase> phases) {

    /** A phase with its first and last day, in China. */
    public record Phase(String id, Words name, LocalDate from, LocalDate to) {}

    /** When data may be collected. */
    public Optional<Phase> collection() {
        return phases.stream().filter(phase -> phase.id().equals("collection")).findFirst();
    }
}
