package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.FrameworkVersion;
import java.util.List;
import java.util.Optional;

/** The published framework versions. */
public interface Frameworks {

    Optional<FrameworkVersion> find(String ref);

    /** Every version, by ref. */
    List<FrameworkVersion> all();

    /** Stores and announces a version; false when the ref is taken, and then nothing happened. */
    boolean add(FrameworkVersion version);
}
