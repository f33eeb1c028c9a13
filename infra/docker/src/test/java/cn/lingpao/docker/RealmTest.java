package cn.lingpao.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTest {

    private static final Set<String> ROLES = Set.of(
            "administrator",
            "collector",
            "reviewer",
            "arbiter",
            "target-representative",
            "case-submitter",
            "judge",
            "publisher",
            "auditor");

    private final JsonNode realm =
            JsonMapper.shared().readTree(Checkout.text("infra/docker/keycloak/lingpao-realm.json"));

    @Test
    void the_realm_has_every_role_of_the_platform() {
        assertThat(texts(realm.at("/roles/realm"), "name")).isEqualTo(ROLES);
    }

    @Test
    void tokens_of_all_clients_carry_the_roles() {
        assertThat(texts(realm.get("clients"), "clientId"))
                .isEqualTo(Set.of("lingpao-cli", "site-collector", "lingpao-portal"));
        for (JsonNode client : realm.get("clients")) {
            JsonNode mapper = client.at("/protocolMappers/0");
            assertThat(mapper.get("protocolMapper").asString()).isEqualTo("oidc-usermodel-realm-role-mapper");
            assertThat(mapper.at("/config/claim.name").asString()).isEqualTo("roles");
            assertThat(mapper.at("/config/multivalued").asString()).isEqualTo("true");
            assertThat(mapper.at("/config/access.token.claim").asString()).isEqualTo("true");
        }
    }

    @Test
    void the_command_line_gets_a_token_by_its_own_credentials() {
        JsonNode cli = find("clients", "clientId", "lingpao-cli");
        assertThat(cli.get("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(cli.get("publicClient").asBoolean()).isFalse();
        JsonNode account = find("users", "username", "service-account-lingpao-cli");
        assertThat(account.get("serviceAccountClientId").asString()).isEqualTo("lingpao-cli");
    }

    @Test
    void every_role_has_a_demo_user() {
        Set<String> held = new HashSet<>();
        for (JsonNode user : realm.get("users")) {
            user.get("realmRoles").forEach(role -> held.add(role.asString()));
        }
        assertThat(held).isEqualTo(ROLES);
    }

    @Test
    void a_review_can_be_double() {
        List<String> reviewers = realm.get("users")
                .valueStream()
                .filter(user -> user.get("realmRoles").toString().contains("\"reviewer\""))
                .map(user -> user.get("username").asString())
                .filter(name -> name.startsWith("reviewer"))
                .toList();
        assertThat(reviewers).hasSizeGreaterThan(1);
    }

    private JsonNode find(String list, String key, String value) {
        return realm.get(list)
                .valueStream()
                .filter(each -> each.path(key).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> texts(JsonNode list, String key) {
        Set<String> found = new HashSet<>();
        list.forEach(each -> found.add(each.get(key).asString()));
        return found;
    }
}
