package cn.lingpao.eventing;

import cn.lingpao.contracts.EventType;
import cn.lingpao.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3.0 document of all topics, made from the tables of the contracts, their schemas and golden samples. */
final class AsyncApi {

    private static final String BINDINGS = "0.5.0";
    private static final String ABOUT = """
            What the services of Lingpao tell each other over Kafka, each event a CloudEvent 1.0 in binary mode: the value is \
            the data, the envelope stands in the headers. Collectors inside the network send to collection.submission.v1; \
            what becomes of a submission is told on collection.observation.v1 or collection.rejection.v1. Unknown fields \
            are ignored, so a reader of this version reads later ones. Each consumer group has a topic <topic>.<group>.dlt \
            for what it could not process.""";

    private final ObjectNode document = EventJson.MAPPER.createObjectNode();

    private AsyncApi() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Lingpao events")
                .put("version", "1")
                .put("description", ABOUT);
        document.put("defaultContentType", "application/json");
        for (Topic topic : Topic.values()) {
            channel(document.withObject("/channels"), topic);
            operation(document.withObject("/operations"), topic);
        }
        for (EventType type : EventType.values()) {
            message(document.withObject("/components").withObject("/messages"), type);
        }
    }

    static JsonNode document() {
        return new AsyncApi().document;
    }

    private static void channel(ObjectNode channels, Topic topic) {
        ObjectNode channel = channels.putObject(name(topic)).put("address", topic.topicName());
        ObjectNode messages = channel.putObject("messages");
        types(topic).forEach(type -> messages.putObject(name(type)).put("$ref", "#/components/messages/" + name(type)));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("partitions", topic.partitions());
        NewTopic declared = Topics.all((short) 1)
                .filter(each -> each.name().equals(topic.topicName()))
                .findFirst()
                .orElseThrow();
        kafka.putObject("topicConfiguration")
                .putArray("cleanup.policy")
                .add(declared.configs().get("cleanup.policy"));
        kafka.put("bindingVersion", BINDINGS);
    }

    /** Seen from the platform: it receives what collectors submit, and sends everything else. */
    private static void operation(ObjectNode operations, Topic topic) {
        boolean received = topic == Topic.SUBMISSION;
        ObjectNode operation = operations.putObject((received ? "receive-" : "send-") + name(topic));
        operation.put("action", received ? "receive" : "send");
        operation.putObject("channel").put("$ref", "#/channels/" + name(topic));
        ArrayNode messages = operation.putArray("messages");
        types(topic).forEach(type -> messages.addObject()
                .put("$ref", "#/channels/" + name(topic) + "/messages/" + name(type)));
    }

    private static void message(ObjectNode messages, EventType type) {
        ObjectNode message = messages.putObject(name(type));
        message.put("name", type.wireName()).put("title", name(type)).put("contentType", "application/json");
        message.set("headers", headers(type));
        ObjectNode payload = (ObjectNode) EventJson.MAPPER.readTree(ContractTest.file("schemas", type));
        payload.remove(List.of("$schema", "$id"));
        message.set("payload", payload);
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("description", "what the event is about; it decides the partition");
        kafka.put("bindingVersion", BINDINGS);
        message.putArray("examples")
                .addObject()
                .set("payload", EventJson.MAPPER.readTree(ContractTest.file("samples", type)));
    }

    private static ObjectNode headers(EventType type) {
        ObjectNode headers = EventJson.MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("ce_specversion").put("const", "1.0");
        properties.putObject("ce_type").put("const", type.wireName());
        text(properties, "ce_id", "unique within the source; the same fact always has the same id");
        text(properties, "ce_source", "who tells it, for example /site-collector");
        text(properties, "ce_time", "when it was told, RFC 3339");
        text(properties, "ce_subject", "the key");
        properties.putObject("content-type").put("const", "application/json");
        ArrayNode required = headers.putArray("required");
        List.of("ce_specversion", "ce_type", "ce_id", "ce_source", "ce_time", "content-type")
                .forEach(required::add);
        return headers;
    }

    private static void text(ObjectNode properties, String name, String meaning) {
        properties.putObject(name).put("type", "string").put("description", meaning);
    }

    private static List<EventType> types(Topic topic) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.topic() == topic)
                .toList();
    }

    private static String name(EventType type) {
        return type.record().getSimpleName();
    }

    /** Dots part names in many tools. */
    private static String name(Topic topic) {
        return topic.topicName().replace('.', '-');
    }
}
