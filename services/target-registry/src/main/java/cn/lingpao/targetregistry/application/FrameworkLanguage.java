package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Name;
import java.util.List;

/** Understands framework documents. */
public interface FrameworkLanguage {

    Reading read(String document);

    /** What came of reading a document. */
    sealed interface Reading {}

    /** A valid framework. */
    record Valid(String ref, Name name) implements Reading {}

    /** No framework, and every reason why. */
    record Invalid(List<Fault> faults) implements Reading {}
}
