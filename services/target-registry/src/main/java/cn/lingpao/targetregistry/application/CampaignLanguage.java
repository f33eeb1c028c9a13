package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.Fault;
import java.util.List;
import java.util.Map;

/** Understands campaign files. */
public interface CampaignLanguage {

    Reading read(String document);

    /** What came of reading a file. */
    sealed interface Reading {}

    /** A sound definition, and where its top-level keys stand. */
    record Valid(CampaignDefinition definition, Map<String, Position> positions) implements Reading {

        public Valid {
            positions = Map.copyOf(positions);
        }

        /** The fault with the position of its key, where that is known. */
        public Fault locate(Fault fault) {
            Position position = positions.get(fault.path());
            return position == null ? fault : fault.at(position.line(), position.column());
        }
    }

    /** No campaign, and every reason why. */
    record Invalid(List<Fault> faults) implements Reading {}

    /** A place in a file, both numbers from 1. */
    record Position(int line, int column) {}
}
