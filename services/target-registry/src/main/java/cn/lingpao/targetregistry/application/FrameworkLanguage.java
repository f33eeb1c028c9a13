package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Name;
import java.util.List;
import java.util.Set;

/** Understands framework documents. */
public interface FrameworkLanguage {

    Reading read(String document);

    /** What came of reading a document. */
    sealed interface Reading {}

    /**
     * A valid framework.
     *
     * @param campaigns those whose values it needs beside a campaign's own
     * @param parts the ids of its nodes and check points
     */
    record Valid(String ref, Name name, Set<String> campaigns, Set<String> parts) implements Reading {
        public Valid {
            campaigns = Set.copyOf(campaigns);
            parts = Set.copyOf(parts);
        }
    }

    /** No framework, and every reason why. */
    record Invalid(List<Fault> faults) implements Reading {}
}
