package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.ReviewState;

/** How far a review has come, without its decisions. */
public enum Stage {
    UNREVIEWED,
    OPEN,
    FIRST_DECISION,
    DISPUTED,
    DECIDED;

    public static Stage of(ReviewState state) {
        return switch (state) {
            case ReviewState.Unreviewed unreviewed -> UNREVIEWED;
            case ReviewState.Open open -> OPEN;
            case ReviewState.FirstDecision first -> FIRST_DECISION;
            case ReviewState.Disputed disputed -> DISPUTED;
            case ReviewState.Decided decided -> DECIDED;
        };
    }
}
