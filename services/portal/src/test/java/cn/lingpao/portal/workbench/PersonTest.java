package cn.lingpao.portal.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;

class PersonTest {

    @Test
    void what_a_role_of_the_provider_means_nobody_here_knows() {
        Person person = Person.of(new TestingAuthenticationToken(
                "chen", "", "ROLE_reviewer", "ROLE_offline_access", "ROLE_default-roles-lingpao", "SCOPE_openid"));
        assertThat(person.roles()).containsExactly("reviewer");
    }

    @Test
    void who_has_only_roles_of_the_provider_has_none() {
        assertThat(Person.of(new TestingAuthenticationToken("chen", "", "ROLE_uma_authorization"))
                        .roles())
                .isEmpty();
    }
}
