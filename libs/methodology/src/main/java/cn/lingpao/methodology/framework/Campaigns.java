package cn.lingpao.methodology.framework;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the campaigns that a framework takes values or parameters from. */
final class Campaigns {

    private Campaigns() {}

    static Set<String> of(Framework framework) {
        Set<String> campaigns = new LinkedHashSet<>();
        framework.carryForward().ifPresent(campaigns::add);
        Stream<Normalisation> nodes = framework.nodes().stream().flatMap(Campaigns::steps);
        Stream<Normalisation> figures =
                framework.figures().stream().flatMap(figure -> figure.finish().normalise().stream());
        Stream.concat(nodes, figures)
                .map(step -> step.scope().campaign())
                .filter(campaign -> campaign != null)
                .forEach(campaigns::add);
        return campaigns;
    }

    private static Stream<Normalisation> steps(Node node) {
        Stream<Normalisation> measure = node.measure().stream().flatMap(each -> each.normalise().stream());
        return Stream.of(measure, node.composition().before().stream(), node.finish().normalise().stream())
                .flatMap(each -> each);
    }
}
