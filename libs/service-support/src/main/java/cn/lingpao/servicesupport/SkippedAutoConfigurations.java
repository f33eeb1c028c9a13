package cn.lingpao.servicesupport;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out the auto-configurations of libraries that are only another service's: all services share one class path,
 * in the image and in standalone. {@code lingpao.skip-auto-configurations} lists what their class names begin with.
 */
public final class SkippedAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    private List<String> prefixes = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        prefixes = Binder.get(environment)
                .bind("lingpao.skip-auto-configurations", Bindable.listOf(String.class))
                .orElse(List.of());
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            kept[i] = !skips(Objects.requireNonNullElse(classes[i], ""));
        }
        return kept;
    }

    boolean skips(String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
