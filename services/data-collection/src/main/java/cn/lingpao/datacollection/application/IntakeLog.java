package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Rejection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The log that observations and rejections go to first; everything else is made from it. */
public interface IntakeLog {

    /** Completes when every one of them is acknowledged. */
    CompletableFuture<Void> recorded(List<Observation> observations);

    /** Completes when every one of them is acknowledged. */
    CompletableFuture<Void> rejected(List<Rejection> rejections);
}
