package cn.lingpao.datacollection.application.plan;

import static cn.lingpao.datacollection.domain.plan.Plans2021.HTTPS;
import static cn.lingpao.datacollection.domain.plan.Plans2021.PLAN;
import static cn.lingpao.datacollection.domain.plan.Plans2021.SEARCH;
import static cn.lingpao.datacollection.domain.plan.Plans2021.byHand;
import static cn.lingpao.datacollection.domain.plan.Plans2021.fallenBack;
import static cn.lingpao.datacollection.domain.plan.Plans2021.met;
import static cn.lingpao.datacollection.domain.plan.Plans2021.plan;
import static cn.lingpao.datacollection.domain.plan.Plans2021.robot;
import static cn.lingpao.datacollection.domain.plan.Plans2021.seen;
import static cn.lingpao.datacollection.domain.plan.Plans2021.undetermined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.UnknownCampaign;
import cn.lingpao.datacollection.application.plan.AskForTasks.Wanted;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import cn.lingpao.datacollection.domain.plan.Cell;
import cn.lingpao.datacollection.domain.plan.CellState;
import cn.lingpao.datacollection.domain.plan.Plan;
import cn.lingpao.datacollection.domain.plan.Task;
import cn.lingpao.datacollection.domain.plan.TaskState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The robot looks at two of the three check points of two targets, people at the third. */
class TasksTest {

    private static final Instant NOW = Instant.parse("2021-10-02T00:00:00Z");
    private static final Duration MARGIN = Duration.ofDays(3);
    private static final Paging ALL = new Paging(0, 500);
    private static final Wanted ANY = new Wanted(null, null, null);

    private final InMemoryFindings findings = new InMemoryFindings();
    private final InMemoryHolds holds = new InMemoryHolds();
    private Plan plan = plan(robot(Set.of("site"), Set.of()));
    private Instant now = NOW;

    @Test
    void at_first_only_what_is_due_by_people_is_a_task() {
        assertThat(tasks()).containsExactly("a policy.plan open", "b policy.plan open");
    }

    @Test
    void what_a_program_could_not_determine_becomes_a_task_until_it_is_determined() {
        see(undetermined("a", SEARCH, 1));
        assertThat(tasks()).contains("a site.search open");

        see(met("a", SEARCH, 2));
        assertThat(tasks()).containsExactly("a policy.plan open", "b policy.plan open");
    }

    @Test
    void a_claimed_task_is_done_by_itself_when_it_is_determined() {
        assertThat(claim("a", "policy.plan", "wang")).isInstanceOf(Handling.Settled.class);
        assertThat(tasks()).containsExactly("a policy.plan claimed wang", "b policy.plan open");

        see(met("a", PLAN, 24 * 3600));
        assertThat(tasks()).containsExactly("a policy.plan done wang", "b policy.plan open");
        assertThat(claim("a", "policy.plan", "li")).isInstanceOf(Handling.NoTask.class);
    }

    @Test
    void an_old_claim_does_not_hold_a_task_that_came_undone() {
        see(undetermined("a", SEARCH, 1));
        claim("a", "site.search", "wang");
        see(met("a", SEARCH, 24 * 3600), undetermined("a", SEARCH, 24 * 3600 + 1));

        assertThat(tasks()).contains("a site.search open");
        now = NOW.plus(Duration.ofDays(2));
        assertThat(claim("a", "site.search", "li")).isInstanceOf(Handling.Settled.class);
        assertThat(tasks()).contains("a site.search claimed li");
    }

    @Test
    void who_holds_a_task_keeps_it_and_others_are_told_his_name() {
        claim("a", "policy.plan", "wang");

        assertThat(claim("a", "policy.plan", "wang")).isInstanceOf(Handling.Settled.class);
        assertThat(claim("a", "policy.plan", "li")).isEqualTo(new Handling.HeldBy("wang"));
        assertThat(holds.of("c", null).getFirst().acts()).hasSize(1);
    }

    @Test
    void a_returned_task_is_open_to_the_next_and_a_second_return_changes_nothing() {
        claim("a", "policy.plan", "wang");

        assertThat(giveBack("li", false)).isEqualTo(new Handling.HeldBy("wang"));
        assertThat(giveBack("wang", false)).isInstanceOf(Handling.Settled.class);
        assertThat(giveBack("wang", false)).isInstanceOf(Handling.Settled.class);
        assertThat(giveBack("li", false)).isInstanceOf(Handling.HeldByNobody.class);
        assertThat(claim("a", "policy.plan", "li")).isInstanceOf(Handling.Settled.class);
        assertThat(giveBack("boss", true)).isInstanceOf(Handling.Settled.class);
        assertThat(holds.of("c", null).getFirst().acts())
                .extracting(act -> act.kind() + " " + act.by())
                .containsExactly("CLAIMED wang", "RETURNED wang", "CLAIMED li", "RETURNED boss");
    }

    @Test
    void near_the_deadline_what_nobody_delivered_is_escalated_and_comes_first() {
        see(met("a", PLAN, 1), met("a", SEARCH, 1));
        now = Instant.parse("2021-11-27T15:59:59Z");
        assertThat(escalated()).isEmpty();

        now = now.plusSeconds(1);
        assertThat(escalated()).containsExactly("a site.https", "b site.search", "b site.https", "b policy.plan");
    }

    @Test
    void each_channel_of_a_check_point_is_its_own_cell_of_one_task() {
        plan = plan(robot(Set.of("site"), Set.of("portal", "app-ios")));
        see(seen("a", SEARCH, "portal", new Value.Undetermined("dns"), 1));
        see(seen("a", SEARCH, "app-2", new Value.Undetermined("login-needed"), 1));
        claim("a", "site.search", "wang");
        assertThat(task("site.search").open()).hasSize(2);

        see(seen("a", SEARCH, "portal", Judgement.MET, 48 * 3600));
        assertThat(task("site.search").open())
                .singleElement()
                .satisfies(cell -> assertThat(cell.due().channelId()).isEqualTo("app-2"));
        assertThat(task("site.search").holder()).isEqualTo("wang");

        see(seen("a", SEARCH, null, Judgement.NOT_MET, 48 * 3600 + 1));
        assertThat(tasks()).contains("a site.search done wang");
    }

    @Test
    void a_check_that_has_fallen_back_is_for_people_whatever_its_program_found_or_finds() {
        see(met("a", SEARCH, 1), met("b", SEARCH, 1));
        plan = fallenBack(plan, SEARCH, NOW);
        assertThat(tasks()).contains("a site.search open", "b site.search open").doesNotContain("a site.https open");
        assertThat(cell("a").state()).isEqualTo(CellState.NOT_COLLECTED);
        assertThat(cell("a").due().fallback()).isNotNull();

        now = NOW.plusSeconds(1);
        claim("a", "site.search", "wang");
        see(met("a", SEARCH, 24 * 3600));
        assertThat(tasks()).contains("a site.search claimed wang");

        see(byHand("a", SEARCH, 24 * 3600 + 1));
        assertThat(tasks()).contains("a site.search done wang");
        see(undetermined("a", SEARCH, 24 * 3600 + 2));
        assertThat(tasks()).contains("a site.search done wang");
        assertThat(cell("a").state()).isEqualTo(CellState.COLLECTED);
    }

    @Test
    void what_has_fallen_back_is_counted_with_people_and_shown_on_the_board() {
        see(met("a", SEARCH, 1));
        plan = fallenBack(plan, SEARCH, NOW);
        AskThePlan ask = new AskThePlan(boards());

        Counts people = ask.progress("c", AskThePlan.By.COLLECTOR).get("people");
        assertThat(List.of(people.due(), people.fallback(), people.collected(), people.tasks()))
                .containsExactly(4, 2, 0, 4);
        assertThat(ask.matrix("c").rows().getFirst().counts().getFirst().fallback())
                .isEqualTo(1);
        assertThat(ask.matrix("c").fallbacks()).isEqualTo(ask.fallbacks("c")).hasSize(1);
    }

    @Test
    void a_live_campaign_hands_out_tasks_only_while_it_collects() {
        plan = plan(true);
        now = Instant.parse("2021-11-30T16:00:00Z");
        assertThat(claim("a", "policy.plan", "wang")).isEqualTo(new Handling.OutsidePhase("2021-09-01 to 2021-11-30"));

        now = now.minusSeconds(1);
        assertThat(claim("a", "policy.plan", "wang")).isInstanceOf(Handling.Settled.class);
    }

    @Test
    void what_is_not_in_the_plan_is_named() {
        assertThatThrownBy(() -> claim("z", "policy.plan", "wang")).hasMessageContaining("target 'z'");
        assertThatThrownBy(() -> claim("a", "policy.none", "wang")).hasMessageContaining("check-point 'policy.none'");
        assertThatThrownBy(() -> new AskThePlan(boards()).cells("c", new Part(null, "none"), null, ALL))
                .hasMessageContaining("node 'none'");
        assertThatThrownBy(() -> new AskThePlan(boards()).matrix("nowhere")).isInstanceOf(UnknownCampaign.class);
    }

    @Test
    void progress_counts_every_cell_once_whatever_it_is_counted_by() {
        see(met("a", SEARCH, 1), undetermined("b", HTTPS, 2), met("b", PLAN, 24 * 3600));
        claim("b", "site.https", "wang");
        AskThePlan ask = new AskThePlan(boards());

        for (AskThePlan.By by : AskThePlan.By.values()) {
            var rows = ask.progress("c", by).values();
            assertThat(rows.stream().mapToInt(Counts::due).sum()).as("%s", by).isEqualTo(6);
            assertThat(rows.stream().mapToInt(Counts::collected).sum()).isEqualTo(2);
            assertThat(rows.stream().mapToInt(Counts::undetermined).sum()).isEqualTo(1);
            assertThat(rows.stream().mapToInt(Counts::notCollected).sum()).isEqualTo(3);
            assertThat(rows.stream().mapToInt(Counts::tasks).sum()).isEqualTo(2);
        }
        assertThat(ask.progress("c", AskThePlan.By.COLLECTOR)).containsOnlyKeys("people", "robot");
        assertThat(ask.progress("c", AskThePlan.By.DAY)).containsOnlyKeys("2021-10-01", "2021-10-02", "2021-11-30");
        assertThat(ask.progress("c", AskThePlan.By.INDICATOR)).containsOnlyKeys("site", "policy");
        Counts site = ask.matrix("c").rows().get(1).counts().getFirst();
        assertThat(site.holders()).containsExactly("wang");
        assertThat(site.claimed()).isEqualTo(1);
    }

    @Test
    void the_board_names_the_program_that_has_not_delivered() {
        see(met("a", SEARCH, 1), met("a", HTTPS, 1), undetermined("b", HTTPS, 2));
        AskThePlan.Matrix matrix = new AskThePlan(boards()).matrix("c");

        assertThat(matrix.rows().getFirst().counts().getFirst().awaited()).isEmpty();
        assertThat(matrix.rows().get(1).counts().getFirst().awaited()).containsExactly("robot");
        assertThat(matrix.rows().get(1).counts().getLast().awaited())
                .as("policy is due by people")
                .isEmpty();
    }

    @Test
    void cells_are_found_by_target_node_and_state() {
        see(met("a", SEARCH, 1), undetermined("b", HTTPS, 2));
        AskThePlan ask = new AskThePlan(boards());

        assertThat(ask.cells("c", Part.WHOLE, null, ALL).total()).isEqualTo(6);
        assertThat(ask.cells("c", new Part("b", "site"), null, ALL).total()).isEqualTo(2);
        assertThat(ask.cells("c", new Part(null, "root"), CellState.UNDETERMINED, ALL)
                        .items())
                .extracting(each -> each.cell().due().point().id())
                .containsExactly("site.https");
        assertThat(ask.cells("c", Part.WHOLE, null, new Paging(1, 4)).items()).hasSize(2);
        assertThat(ask.cells("c", Part.WHOLE, null, new Paging(9, 4)).items()).isEmpty();
    }

    private Cell cell(String target) {
        return new AskThePlan(boards())
                .cells("c", new Part(target, "site.search"), null, ALL)
                .items()
                .getFirst()
                .cell();
    }

    private void see(Observation... observations) {
        findings.takeOver(List.of(observations));
    }

    private Handling claim(String target, String checkPoint, String caller) {
        return new HandleTasks(boards(), holds, clock()).claim("c", target, checkPoint, caller);
    }

    private Handling giveBack(String caller, boolean anybodys) {
        return new HandleTasks(boards(), holds, clock()).giveBack("c", "a", "policy.plan", caller, anybodys, "why");
    }

    private Task task(String checkPoint) {
        return new AskForTasks(boards())
                .tasks("c", new Part("a", checkPoint), ANY, ALL)
                .items()
                .getFirst();
    }

    private List<String> tasks() {
        return new AskForTasks(boards())
                .tasks("c", Part.WHOLE, ANY, ALL).items().stream()
                        .map(task -> task.targetId() + " " + task.point().id() + " "
                                + task.state().word()
                                + (task.holder() == null ? "" : " " + task.holder()))
                        .toList();
    }

    private List<String> escalated() {
        Wanted wanted = new Wanted(TaskState.OPEN, null, true);
        return new AskForTasks(boards())
                .tasks("c", Part.WHOLE, wanted, ALL).items().stream()
                        .map(task -> task.targetId() + " " + task.point().id())
                        .toList();
    }

    private Boards boards() {
        return new Boards(new FakePlans(plan), findings, holds, new Margin(MARGIN), clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
