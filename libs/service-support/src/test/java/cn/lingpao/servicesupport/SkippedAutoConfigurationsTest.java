package cn.lingpao.servicesupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SkippedAutoConfigurationsTest {

    @Test
    void what_begins_with_a_listed_name_is_left_out() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("lingpao.skip-auto-configurations[0]", "org.one.")));
        SkippedAutoConfigurations filter = new SkippedAutoConfigurations();
        filter.setEnvironment(environment);

        assertThat(filter.skips("org.one.A")).isTrue();
        assertThat(filter.skips("org.two.B")).isFalse();
    }
}
