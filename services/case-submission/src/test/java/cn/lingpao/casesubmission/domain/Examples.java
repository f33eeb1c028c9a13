package cn.lingpao.casesubmission.domain;

import cn.lingpao.casesubmission.domain.CaseForm.Contact;
import cn.lingpao.casesubmission.domain.CaseForm.Recommender;
import cn.lingpao.casesubmission.domain.CaseForm.RecommenderKind;
import cn.lingpao.casesubmission.domain.CaseForm.Unit;
import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Group;
import cn.lingpao.contracts.CampaignDefined.Phase;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Forms, files and campaigns for tests; every place and person is made up. */
public final class Examples {

    public static final List<String> TYPES = List.of("mobile-service", "data-sharing");
    public static final Instant SUBMISSION = Instant.parse("2021-10-01T00:00:00Z");
    public static final Instant JUDGING = Instant.parse("2021-11-20T00:00:00Z");
    public static final byte[] PDF = "%PDF-1.7\n…".getBytes(StandardCharsets.UTF_8);

    private Examples() {}

    public static CampaignDefined campaign(TimeBasis time) {
        return new CampaignDefined(
                "demo",
                1,
                new Text("示例", "Demo"),
                "demo@1",
                true,
                time,
                List.of(
                        phase(PhaseId.CASE_SUBMISSION, "2021-08-26", "2021-11-15"),
                        phase(PhaseId.CASE_JUDGING, "2021-11-15", "2021-11-30")),
                List.of(new Group("city", new Text("城市", "Cities"))),
                List.of(),
                Instant.EPOCH);
    }

    public static TargetRegistered target(String id) {
        return new TargetRegistered("demo", id, 1, new Text("云州", "Yunzhou"), null, "city", Set.of(), List.of());
    }

    public static CaseForm form(String title) {
        return new CaseForm(
                "yun",
                new Recommender(RecommenderKind.SPONSORING_UNIT, "云州数字办", "2021-10-01"),
                new Unit("云州数字办", "https://yun.example/"),
                new Contact("张三", "000-0000", "z@yun.example", "云州一路1号"),
                List.of("mobile-service", "data-sharing"),
                title,
                "https://yun.example/case",
                "优化流程。");
    }

    public static CaseForm withReason(String reason) {
        CaseForm form = form("掌上办");
        return new CaseForm(
                form.targetId(),
                form.recommender(),
                form.unit(),
                form.contact(),
                form.types(),
                form.title(),
                form.url(),
                reason);
    }

    /** A ZIP file with empty entries of these names. */
    public static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Phase phase(PhaseId id, String from, String to) {
        return new Phase(id, new Text("案例", "Cases"), LocalDate.parse(from), LocalDate.parse(to));
    }
}
