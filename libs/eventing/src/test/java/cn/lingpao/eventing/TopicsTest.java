package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.Topic;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {

    @ParameterizedTest
    @EnumSource
    void every_consumer_has_its_dead_letters_and_none_of_them_expires(Topic topic) {
        for (String group : topic.groups()) {
            assertThat(Topics.all((short) 1))
                    .filteredOn(declared -> declared.name().equals(topic.deadLetters(group)))
                    .singleElement()
                    .satisfies(declared -> assertThat(declared.configs())
                            .containsAllEntriesOf(Map.of("cleanup.policy", "delete", "retention.ms", "-1")));
        }
    }
}
