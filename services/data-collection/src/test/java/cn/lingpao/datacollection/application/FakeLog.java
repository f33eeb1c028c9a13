package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A log in memory that acknowledges when it is told to, at once by default. */
final class FakeLog implements IntakeLog {

    final List<Observation> observations = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();
    CompletableFuture<Void> acknowledgement = CompletableFuture.completedFuture(null);

    @Override
    public CompletableFuture<Void> recorded(List<Observation> added) {
        observations.addAll(added);
        return acknowledgement;
    }

    @Override
    public CompletableFuture<Void> rejected(List<Rejection> added) {
        rejections.addAll(added);
        return acknowledgement;
    }
}
