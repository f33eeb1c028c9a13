package cn.lingpao.evidencereview.domain;

import java.util.List;

/** How far the review of a cell has come. */
public sealed interface ReviewState {

    /** The decisions of this round, in order. */
    List<Decision> decisions();

    /** Nobody reviews it: the newest observation counts. */
    record Unreviewed() implements ReviewState {

        @Override
        public List<Decision> decisions() {
            return List.of();
        }
    }

    /** Nobody has decided in this round. */
    record Open() implements ReviewState {

        @Override
        public List<Decision> decisions() {
            return List.of();
        }
    }

    /** The first of two people has decided. */
    record FirstDecision(Decision first) implements ReviewState {

        @Override
        public List<Decision> decisions() {
            return List.of(first);
        }
    }

    /** Two people decided differently: an arbiter must. */
    record Disputed(Decision first, Decision second) implements ReviewState {

        @Override
        public List<Decision> decisions() {
            return List.of(first, second);
        }
    }

    /** Decided; the last decision carries the value. */
    record Decided(List<Decision> decisions) implements ReviewState {

        public Decided {
            decisions = List.copyOf(decisions);
        }
    }
}
