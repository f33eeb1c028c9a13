package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.targetregistry.domain.Application.Contact;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Participation;
import cn.lingpao.targetregistry.domain.Participation.Accepted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application as administrators see it; {@code accepted} is null while nobody has decided. */
record ParticipationView(
        String participationId,
        Name name,
        @Nullable String divisionCode,
        Contact contact,
        List<ChannelBody> channels,
        Instant appliedAt,
        @Nullable Accepted accepted) {

    static ParticipationView of(Participation participation) {
        return new ParticipationView(
                participation.id(),
                participation.application().name(),
                participation.application().divisionCode(),
                participation.application().contact(),
                participation.application().channels().stream()
                        .map(ChannelBody::of)
                        .toList(),
                participation.appliedAt(),
                participation.decision() instanceof Accepted accepted ? accepted : null);
    }
}
