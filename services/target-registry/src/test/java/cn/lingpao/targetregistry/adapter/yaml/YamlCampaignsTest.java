package cn.lingpao.targetregistry.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.lingpao.targetregistry.application.CampaignLanguage.Invalid;
import cn.lingpao.targetregistry.application.CampaignLanguage.Valid;
import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Assignment;
import cn.lingpao.targetregistry.domain.CampaignDefinition.PhaseId;
import cn.lingpao.targetregistry.domain.CampaignDefinition.RankedList;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import cn.lingpao.targetregistry.domain.ChannelKind;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Sampling;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlCampaignsTest {

    static final String FILE = """
            id: demo-2021
            name: {zh: 示例, en: Demo}
            framework: cstc-2021@1
            invented: true
            time: recorded
            phases:
              - {id: case-submission, name: {zh: 申报, en: Cases}, from: 2021-08-26, to: 2021-11-15}
            groups:
              - {id: key-city, name: {zh: 重点城市, en: Key cities}}
            lists:
              - {id: capital, name: {zh: 省会, en: Capitals}, group: key-city, where: provincial-capital, disclose: {top: 20}}
              - {id: every, name: {zh: 全部, en: All}, group: key-city, disclose: all}
            """;

    static final String COLLECTION = """
            collection:
              - collector: own-robot
                checkPoints: [service, site.search]
                channels: [portal, service-platform]
                until: 2021-10-31
              - {}
            """;

    static final String SAMPLING = """
            sampling:
              seed: autumn
              share: 0.05
              errorLimit: 0.2
              atLeast: 10
              except:
                - {checkPoints: [service, site.search], share: 1, atLeast: 5}
            """;

    static final String CHECKS = """
            collection:
              - collector: site-collector
                channels: [portal]
                checks:
                  search: site.search
                  https: site.https
            """;

    @Test
    void every_key_is_read() {
        CampaignDefinition campaign = valid(FILE).definition();

        assertThat(campaign.id()).isEqualTo("demo-2021");
        assertThat(campaign.name()).isEqualTo(new Name("示例", "Demo"));
        assertThat(campaign.frameworkRef()).isEqualTo("cstc-2021@1");
        assertThat(campaign.invented()).isTrue();
        assertThat(campaign.time()).isEqualTo(TimeBasis.RECORDED);
        assertThat(campaign.phases()).singleElement().satisfies(phase -> {
            assertThat(phase.id()).isEqualTo(PhaseId.CASE_SUBMISSION);
            assertThat(phase.from()).isEqualTo(LocalDate.of(2021, 8, 26));
            assertThat(phase.to()).isEqualTo(LocalDate.of(2021, 11, 15));
        });
        assertThat(campaign.lists())
                .containsExactly(
                        new RankedList("capital", new Name("省会", "Capitals"), "key-city", "provincial-capital", 20),
                        new RankedList("every", new Name("全部", "All"), "key-city", null, null));
    }

    @Test
    void a_campaign_is_live_and_real_unless_it_says_otherwise() {
        CampaignDefinition campaign = valid(FILE.replace("invented: true\n", "").replace("time: recorded\n", ""))
                .definition();

        assertThat(campaign.invented()).isFalse();
        assertThat(campaign.time()).isEqualTo(TimeBasis.LIVE);
    }

    @Test
    void who_collects_what_is_read() {
        assertThat(valid(FILE).definition().collection()).isEmpty();
        assertThat(valid(FILE + COLLECTION).definition().collection())
                .containsExactly(
                        new Assignment(
                                "own-robot",
                                List.of("service", "site.search"),
                                List.of(ChannelKind.PORTAL, ChannelKind.SERVICE_PLATFORM),
                                LocalDate.of(2021, 10, 31)),
                        new Assignment(null, List.of(), List.of(), null));
    }

    @ParameterizedTest(name = "{0} -> {1}: {4}")
    @CsvSource(delimiter = ';', textBlock = """
            collector: own-robot;collector: Own Robot;15;collection[0].collector;bad-id
            collector: own-robot;program: own-robot;15;collection[0].program;unknown-key
            [service, site.search];service;16;collection[0].checkPoints;not-a-list
            [service, site.search];[];16;collection[0].checkPoints;not-a-list
            [service, site.search];[service, {a: b}];16;collection[0].checkPoints;not-text
            service-platform];fax];17;collection[0].channels;unknown-word
            until: 2021-10-31;until: October;18;collection[0].until;not-a-date
            until: 2021-10-31;until: 2021-12-01;18;collection[0].until;outside-phase
            until: 2021-10-31;until: 2021-08-31;18;collection[0].until;outside-phase
            - {};- people;19;collection[1];not-a-mapping
            """)
    void a_fault_of_the_collection_is_named_with_its_line(
            String sound, String wrong, int line, String path, String code) {
        String phase = "phases:\n  - {id: collection, name: {zh: 采集, en: C}, from: 2021-09-01, to: 2021-11-30}\n";
        String file = (FILE + COLLECTION).replace("phases:\n", phase);
        assertThat(faults(file.replace(sound, wrong))).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isPositive();
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.code()).isEqualTo(code);
        });
    }

    @Test
    void the_site_collector_is_not_sent_without_checks() {
        assertThat(faults(FILE + COLLECTION.replace("own-robot", "site-collector")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(14);
                    assertThat(fault.path()).isEqualTo("collection[0].checks");
                    assertThat(fault.code()).isEqualTo("missing-checks");
                    assertThat(fault.reason()).contains("checks: {search: site.search}");
                });
    }

    @Test
    void checks_name_the_check_points_they_decide() {
        assertThat(valid(FILE + CHECKS).definition().collection())
                .singleElement()
                .satisfies(assignment -> {
                    assertThat(assignment.checks()).isEqualTo(Map.of("search", "site.search", "https", "site.https"));
                    assertThat(assignment.checkPoints()).containsExactly("site.search", "site.https");
                });
        assertThat(valid(FILE + CHECKS).locate(Fault.of("collection[0].checks.https", "unknown-check-point", "…")))
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(18);
                    assertThat(fault.column()).isPositive();
                });
    }

    @ParameterizedTest(name = "{0} -> {1}: {4}")
    @CsvSource(delimiter = ';', textBlock = """
            search: site.search;serach: site.search;17;collection[0].checks.serach;unknown-check
            search: site.search;search: site.https;18;collection[0].checks.https;decided-twice
            search: site.search;search: [a];17;collection[0].checks.search;not-text
            channels: [portal];checkPoints: [site.search];15;collection[0].checkPoints;not-both
            channels: [portal];until: 2021-10-31;14;collection[0].channels;missing-key
            channels: [portal];channels: [app-ios];15;collection[0].channels;not-a-site
            collector: site-collector;until: 2021-10-31;14;collection[0].collector;missing-key
            """)
    void a_fault_of_the_checks_is_named_with_its_line(String sound, String wrong, int line, String path, String code) {
        assertThat(faults((FILE + CHECKS).replace(sound, wrong))).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.code()).isEqualTo(code);
        });
    }

    @Test
    void sampling_is_read_with_what_it_leaves_out() {
        assertThat(valid(FILE).definition().sampling()).isNull();
        assertThat(valid(FILE + "sampling: {share: 0.05}\n").definition().sampling())
                .isEqualTo(new Sampling("demo-2021", new BigDecimal("0.05"), new BigDecimal("0.1"), 20, List.of()));
        assertThat(valid(FILE + SAMPLING).definition().sampling())
                .isEqualTo(new Sampling(
                        "autumn",
                        new BigDecimal("0.05"),
                        new BigDecimal("0.2"),
                        10,
                        List.of(new Sampling.OtherPart(
                                List.of("service", "site.search"), BigDecimal.ONE, new BigDecimal("0.2"), 5))));
        assertThat(valid(FILE + SAMPLING)
                        .locate(Fault.of("sampling.except[0].checkPoints[1]", "unknown-check-point", "…"))
                        .line())
                .isEqualTo(19);
    }

    @ParameterizedTest(name = "{0} -> {1}: {4}")
    @CsvSource(delimiter = ';', textBlock = """
            share: 0.05;share: 5 %;15;sampling.share;not-a-share
            share: 0.05;share: 1.5;15;sampling.share;not-a-share
            share: 0.05;errorLimit: 0.3;14;sampling.share;missing-key
            share: 0.05;chare: 0.05;15;sampling.chare;unknown-key
            errorLimit: 0.2;errorLimit: -0.1;16;sampling.errorLimit;not-a-share
            atLeast: 10;atLeast: 0;17;sampling.atLeast;not-a-count
            atLeast: 10;atLeast: some;17;sampling.atLeast;not-a-count
            share: 1, atLeast: 5;note: x;19;sampling.except[0].share;missing-key
            checkPoints: [service, site.search];checkPoints: service;19;sampling.except[0].checkPoints;not-a-list
            checkPoints: [service, site.search], ;'';19;sampling.except[0].checkPoints;missing-key
            """)
    void a_fault_of_the_sampling_is_named_with_its_line(
            String sound, String wrong, int line, String path, String code) {
        assertThat(faults((FILE + SAMPLING).replace(sound, wrong))).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.code()).isEqualTo(code);
        });
        assertThat(faults(FILE + "sampling: 0.05\n"))
                .extracting(Fault::path, Fault::code)
                .containsExactly(tuple("sampling", "not-a-mapping"));
    }

    @Test
    void each_check_point_of_the_collection_can_be_found_in_the_file() {
        Fault fault =
                valid(FILE + COLLECTION).locate(Fault.of("collection[0].checkPoints[1]", "unknown-check-point", "…"));

        assertThat(fault.line()).isEqualTo(15);
        assertThat(fault.column()).isEqualTo(28);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cstc-2021", "godi-2015", "demo-2021"})
    void the_campaigns_that_ship_are_read(String sample) throws IOException {
        Path file = Path.of("../../infra/samples", sample, "campaign.yml");

        assertThat(valid(Files.readString(file)).definition().id()).isEqualTo(sample);
    }

    @ParameterizedTest(name = "{0} -> {1}: {4}")
    @CsvSource(delimiter = ';', textBlock = """
            id: demo-2021;id: demo/2021;1;id;bad-id
            id: demo-2021;id: [a];1;id;not-text
            name: {zh: 示例, en: Demo};name: 示例;2;name;not-a-name
            name: {zh: 示例, en: Demo};name: {zh: 示例};2;name.en;missing-key
            invented: true;invented: perhaps;4;invented;unknown-word
            time: recorded;time: past;5;time;unknown-word
            time: recorded;tempo: recorded;5;tempo;unknown-key
            time: recorded;id: again;5;id;duplicate-key
            id: case-submission;id: cases;7;phases[0].id;unknown-word
            from: 2021-08-26;from: 26.08.2021;7;phases[0].from;not-a-date
            to: 2021-11-15;to: 2021-02-30;7;phases[0].to;not-a-date
            to: 2021-11-15;to: 2021-08-25;7;phases[0].to;reversed-phase
            group: key-city, where;group: county, where;11;lists[0].group;unknown-group
            {top: 20};{top: 0};11;lists[0].disclose;bad-disclosure
            {top: 20};some;11;lists[0].disclose;bad-disclosure
            id: every;id: capital;12;lists[1].id;duplicate-id
            disclose: all;disclose: all, hidden: 1;12;lists[1].hidden;unknown-key
            """)
    void a_fault_is_named_with_its_line(String sound, String wrong, int line, String path, String code) {
        assertThat(faults(FILE.replace(sound, wrong))).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isPositive();
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.code()).isEqualTo(code);
        });
    }

    @Test
    void every_fault_is_found_in_one_go() {
        assertThat(faults("id: Demo\nextra: 1\n"))
                .extracting(Fault::path)
                .containsExactlyInAnyOrder("id", "extra", "name", "framework", "groups", "lists");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "just a text", "- a\n- b\n", "id: [\n", "id: a\n---\nid: b\n", "a: *nowhere\n", "\tid: a\n"})
    void what_is_no_campaign_file_is_refused(String file) {
        assertThat(faults(file)).allSatisfy(fault -> assertThat(fault.line()).isPositive());
    }

    @Test
    void a_fault_that_is_found_later_gets_the_line_of_its_key() {
        Fault fault = valid(FILE).locate(Fault.of("framework", "unknown-framework", "…"));

        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isEqualTo(12);
    }

    private static Valid valid(String file) {
        return (Valid) new YamlCampaigns().read(file);
    }

    private static List<Fault> faults(String file) {
        return ((Invalid) new YamlCampaigns().read(file)).faults();
    }
}
