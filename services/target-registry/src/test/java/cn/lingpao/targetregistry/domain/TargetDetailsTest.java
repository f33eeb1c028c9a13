package cn.lingpao.targetregistry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetDetailsTest {

    private static final CampaignDefinition CAMPAIGN = Campaigns2021.campaign("c", TimeBasis.LIVE);

    @Test
    void a_sound_place_has_no_fault() {
        assertThat(Campaigns2021.place("云州").check(CAMPAIGN)).isEmpty();
    }

    @Test
    void every_fault_is_found_in_one_go() {
        TargetDetails wrong = new TargetDetails(
                new Name("", ""),
                "12",
                "nowhere",
                Set.of("Sub Provincial"),
                List.of(
                        new Channel("portal", ChannelKind.PORTAL, null),
                        new Channel("portal", ChannelKind.PORTAL, "ftp://portal.example/")));

        assertThat(wrong.check(CAMPAIGN))
                .extracting(Fault::code)
                .containsExactlyInAnyOrder(
                        "missing-value",
                        "missing-value",
                        "bad-division-code",
                        "unknown-group",
                        "bad-id",
                        "missing-url",
                        "bad-url",
                        "duplicate-id");
    }

    @Test
    void an_app_needs_no_address_but_a_site_does() {
        assertThat(Channel.checkUrl("url", ChannelKind.APP_IOS, null)).isEmpty();
        assertThat(Channel.checkUrl("url", ChannelKind.PORTAL, null)).isPresent();
    }

    @Test
    void channels_of_one_kind_are_numbered() {
        List<Channel> channels = Channel.numbered(List.of(
                new Channel("", ChannelKind.DEPARTMENT_SITE, "https://a.example/"),
                new Channel("", ChannelKind.PORTAL, "https://b.example/"),
                new Channel("", ChannelKind.DEPARTMENT_SITE, "https://c.example/")));

        assertThat(channels).extracting(Channel::id).containsExactly("department-site", "portal", "department-site-2");
    }

    @Test
    void a_channel_is_changed_in_its_place_and_added_at_the_end() {
        Channel moved = new Channel("portal", ChannelKind.PORTAL, "https://new.example/");
        Channel app = new Channel("app-ios", ChannelKind.APP_IOS, null);

        assertThat(Campaigns2021.place("云州").with(app).with(moved).channels()).containsExactly(moved, app);
    }

    @Test
    void a_target_stays_in_its_group() {
        Target target = Target.registered("c", "t", Campaigns2021.place("云州"));
        TargetDetails elsewhere = new TargetDetails(new Name("云州", "云州"), null, "county", Set.of(), List.of());

        assertThat(target.refuse(elsewhere)).map(Fault::code).contains("group-fixed");
    }
}
