package cn.lingpao.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.Topic;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestBrokerTest {

    @Test
    void every_topic_of_the_contracts_is_declared() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Stream.of(Topic.values()).map(Topic::topicName).toList());
        }
    }
}
