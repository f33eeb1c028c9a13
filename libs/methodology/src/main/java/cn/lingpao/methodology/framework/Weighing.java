package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Siblings state their weights all or none: a forgotten weight is not silently 1. At least one is above zero. */
final class Weighing {

    private final List<Element> without = new ArrayList<>();
    private final List<Element> with = new ArrayList<>();

    void see(Fields node) {
        Optional<Element> weight = node.optional("weight");
        if (weight.isPresent()) {
            with.add(weight.get());
        } else {
            without.add(node.place());
        }
    }

    void check() {
        if (!with.isEmpty()) {
            without.forEach(node -> node.fault(
                    "missing-weight", "has no weight although its siblings have: add one, or remove them all"));
        }
        boolean nothing = !with.isEmpty() && without.isEmpty() && with.stream().allMatch(Weighing::isZero);
        if (nothing) {
            with.getFirst().fault("no-weight", "all siblings weigh 0: give at least one a weight above 0");
        }
    }

    private static boolean isZero(Element weight) {
        return weight.quietNumber().filter(number -> number.signum() == 0).isPresent();
    }
}
