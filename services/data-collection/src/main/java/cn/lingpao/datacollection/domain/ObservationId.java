package cn.lingpao.datacollection.domain;

/** SHA-256 of an observation's content in lower-case hexadecimal: the same observation always has the same id. */
public record ObservationId(String value) {

    public static ObservationId of(Submission content) {
        Digest digest = new Digest()
                .add(content.campaignId())
                .add(content.targetId())
                .add(content.checkPointId())
                .add(content.channelId())
                .add(content.value().canonical())
                .add(content.observer().id())
                .add(content.observer().kind())
                .add(content.observedAt())
                .add(content.evidence().size());
        for (Proof proof : content.evidence()) {
            digest.add(proof.url())
                    .add(proof.title())
                    .add(proof.capturedAt())
                    .add(proof.sha256())
                    .add(proof.note());
        }
        return new ObservationId(digest.hex());
    }
}
