package cn.lingpao.standalone;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that listens, how far its port lies from the gateway's, and the application of a service. */
enum Part {
    GATEWAY(0, "cn.lingpao.gateway.GatewayApplication"),
    TARGET_REGISTRY(1, "cn.lingpao.targetregistry.TargetRegistryApplication"),
    DATA_COLLECTION(2, "cn.lingpao.datacollection.DataCollectionApplication"),
    EVIDENCE_REVIEW(3, "cn.lingpao.evidencereview.EvidenceReviewApplication"),
    SCORING(4, "cn.lingpao.scoring.ScoringApplication"),
    CASE_SUBMISSION(5, "cn.lingpao.casesubmission.CaseSubmissionApplication"),
    PUBLICATION(6, "cn.lingpao.publication.PublicationApplication"),
    PORTAL(7, "cn.lingpao.portal.PortalApplication"),
    ISSUER(8, ""),
    BROKER(9, ""),
    CONTROLLER(10, ""),
    STORE(11, ""),
    SITE_COLLECTOR(12, "cn.lingpao.sitecollector.SiteCollectorApplication");

    private final int offset;
    private final String application;

    Part(int offset, String application) {
        this.offset = offset;
        this.application = application;
    }

    static List<Part> services() {
        return Stream.of(values()).filter(part -> !part.application.isEmpty()).toList();
    }

    int offset() {
        return offset;
    }

    String application() {
        return application;
    }

    /** {@code target-registry}: the name of its module and of its configuration file. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
