package cn.lingpao.targetregistry.adapter.yaml;

import cn.lingpao.targetregistry.application.CampaignLanguage;
import cn.lingpao.targetregistry.domain.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads campaign files in YAML; a key it does not know is a fault. */
public class YamlCampaigns implements CampaignLanguage {

    @Override
    public Reading read(String document) {
        List<Fault> faults = new ArrayList<>();
        Optional<Node> root = compose(document, faults);
        if (!faults.isEmpty()) {
            return new Invalid(faults);
        }
        if (root.isEmpty() || !(root.get() instanceof MappingNode mapping)) {
            return new Invalid(List.of(new Fault(
                    1, 1, "", "malformed-yaml", "A campaign file is a mapping with the keys id, name, framework …")));
        }
        Valid valid = new CampaignReader(new Mapping(mapping, "", faults)).read();
        return faults.isEmpty() ? valid : new Invalid(faults);
    }

    private static Optional<Node> compose(String document, List<Fault> faults) {
        LoadSettings settings = LoadSettings.builder().setLabel("campaign").build();
        try {
            Optional<Node> root = Optional.empty();
            for (Node node : new Compose(settings).composeAllFromString(document)) {
                if (root.isPresent()) {
                    faults.add(
                            Mapping.fault(node, "", "malformed-yaml", "A campaign file is one document, not several."));
                }
                root = root.or(() -> Optional.of(node));
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            faults.add(malformed(e));
        } catch (YamlEngineException e) {
            faults.add(new Fault(1, 1, "", "malformed-yaml", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static Fault malformed(MarkedYamlEngineException e) {
        String problem = "This is no YAML: " + e.getProblem() + ".";
        return e.getProblemMark()
                .map(mark -> new Fault(mark.getLine() + 1, mark.getColumn() + 1, "", "malformed-yaml", problem))
                .orElse(new Fault(1, 1, "", "malformed-yaml", problem));
    }
}
