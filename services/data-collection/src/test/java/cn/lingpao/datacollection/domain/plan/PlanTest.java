package cn.lingpao.datacollection.domain.plan;

import static cn.lingpao.datacollection.domain.plan.Plans2021.A;
import static cn.lingpao.datacollection.domain.plan.Plans2021.B;
import static cn.lingpao.datacollection.domain.plan.Plans2021.LAST_DAY;
import static cn.lingpao.datacollection.domain.plan.Plans2021.plan;
import static cn.lingpao.datacollection.domain.plan.Plans2021.robot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final LocalDate EARLY = LocalDate.of(2021, 10, 31);

    @Test
    void without_assignments_everything_is_due_by_people_until_the_phase_ends() {
        assertThat(due(plan(), A))
                .containsExactly(
                        "site.search - people " + LAST_DAY,
                        "site.https - people " + LAST_DAY,
                        "policy.plan - people " + LAST_DAY);
    }

    @Test
    void a_node_assigns_everything_below_it() {
        assertThat(due(plan(robot(Set.of("site"), Set.of())), A))
                .containsExactly(
                        "site.search - robot " + LAST_DAY,
                        "site.https - robot " + LAST_DAY,
                        "policy.plan - people " + LAST_DAY);
    }

    @Test
    void with_kinds_of_channel_each_channel_is_due_for_itself() {
        Plan plan = plan(robot(Set.of("site.search"), Set.of("portal", "app-ios")));

        assertThat(due(plan, A))
                .startsWith("site.search portal robot " + LAST_DAY, "site.search app-2 robot " + LAST_DAY);
        assertThat(due(plan, B)).startsWith("site.search portal robot " + LAST_DAY, "site.https - people " + LAST_DAY);
    }

    @Test
    void a_target_without_such_a_channel_falls_to_people() {
        assertThat(due(plan(robot(Set.of("site.search"), Set.of("app-ios"))), B))
                .startsWith("site.search - people " + LAST_DAY);
    }

    @Test
    void several_collectors_share_a_check_point_by_channel_and_the_first_of_two_holds() {
        Plan plan = plan(
                robot(Set.of("site.search"), Set.of("portal")),
                new Assignment("other", Set.of("site"), Set.of("portal", "app-ios"), EARLY));

        assertThat(due(plan, A))
                .startsWith(
                        "site.search portal robot " + LAST_DAY,
                        "site.search app-2 other " + EARLY,
                        "site.https portal other " + EARLY);
    }

    @Test
    void people_may_have_an_earlier_day_but_nobody_a_later_one_than_the_phase() {
        Plan plan = plan(
                new Assignment(null, Set.of("policy"), Set.of(), EARLY),
                new Assignment("robot", Set.of(), Set.of(), LAST_DAY.plusDays(1)));

        assertThat(due(plan, A))
                .containsExactly(
                        "site.search - robot " + LAST_DAY,
                        "site.https - robot " + LAST_DAY,
                        "policy.plan - people " + EARLY);
    }

    private static List<String> due(Plan plan, Site site) {
        return plan.due(site)
                .map(due -> "%s %s %s %s"
                        .formatted(
                                due.point().id(),
                                due.channelId() == null ? "-" : due.channelId(),
                                due.byPeople() ? "people" : due.collector(),
                                due.until()))
                .toList();
    }
}
