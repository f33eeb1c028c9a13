package cn.lingpao.methodology.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import org.junit.jupiter.api.Test;

class ShippedFrameworksTest {

    @Test
    void the_framework_of_2021_has_the_decks_structure() {
        Framework framework = Samples.framework("cstc-2021");

        assertThat(framework.ref()).isEqualTo("cstc-2021@1");
        assertThat(framework.structure()).isEqualTo("6/17/45 (47 leaves)");
        assertThat(framework.fullMarks()).isEqualByComparingTo("100");
        assertThat(framework.bonus().orElseThrow().types()).hasSize(7);
    }

    @Test
    void the_open_data_index_has_fifteen_datasets() {
        assertThat(Samples.framework("godi-2015").structure()).isEqualTo("15/0/0 (15 leaves)");
    }
}
