package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Sample;
import java.util.List;

/** A cell with the results of programs that were drawn in it. */
public record SampledCell(CellId id, List<Sample> samples) {

    public SampledCell {
        samples = List.copyOf(samples);
    }
}
