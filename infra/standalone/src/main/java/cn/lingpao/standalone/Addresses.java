package cn.lingpao.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the servers are that the services need; the same names as environment variables in a distributed deployment.
 *
 * @param kafka bootstrap servers
 * @param mongodb connection string without a database
 * @param issuer address of the OpenID Connect issuer
 * @param data folder for local state
 */
record Addresses(Options options, String kafka, String mongodb, String issuer, Path data) {

    List<String> arguments(Part service) {
        var arguments = new ArrayList<String>();
        arguments.add("--spring.config.name=" + service.title());
        arguments.add("--server.port=" + options.port(service));
        arguments.add("--" + Environment.KAFKA + "=" + kafka);
        arguments.add("--" + Environment.MONGODB + "=" + mongodb);
        arguments.add("--" + Environment.ISSUER + "=" + issuer);
        arguments.add("--LINGPAO_DATA=" + data);
        arguments.add("--LINGPAO_PUBLIC_URL=" + url(Part.GATEWAY));
        arguments.add("--spring.lifecycle.timeout-per-shutdown-phase=10s");
        for (Part other : Part.services()) {
            String name = other.name().toUpperCase(Locale.ROOT);
            arguments.add("--" + name + "_PORT=" + options.port(other));
            arguments.add("--" + name + "_URL=" + url(other));
        }
        return arguments;
    }

    String url(Part part) {
        return "http://localhost:" + options.port(part);
    }
}
