package cn.lingpao.targetregistry.adapter.methodology;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.FrameworkFaults;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.targetregistry.application.FrameworkLanguage;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Name;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has the methodology library read a framework, so that what is published can also be computed. */
public class MethodologyFrameworks implements FrameworkLanguage {

    @Override
    public Reading read(String document) {
        try {
            Framework framework = Framework.parse(document);
            return new Valid(
                    framework.ref(),
                    new Name(framework.name().zh(), framework.name().en()),
                    framework.campaigns(),
                    parts(framework));
        } catch (FrameworkFaults invalid) {
            return new Invalid(
                    invalid.faults().stream().map(MethodologyFrameworks::fault).toList());
        }
    }

    private static Set<String> parts(Framework framework) {
        return Stream.concat(
                        framework.nodes().stream().map(Node::id),
                        framework.checkPoints().stream().map(CheckPoint::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Fault fault(cn.lingpao.methodology.yaml.Fault fault) {
        return new Fault(fault.line(), fault.column(), fault.path(), fault.code(), fault.reason());
    }
}
