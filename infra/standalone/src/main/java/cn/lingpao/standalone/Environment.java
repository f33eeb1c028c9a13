package cn.lingpao.standalone;

import java.util.Map;
import java.util.Optional;

/** The environment variables that name servers of one's own and secrets. */
record Environment(Map<String, String> variables) {

    static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";
    static final String MONGODB = "MONGODB_URI";
    static final String ISSUER = "ISSUER_URI";

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    String get(String name, String otherwise) {
        return get(name).orElse(otherwise);
    }
}
