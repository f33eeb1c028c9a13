package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.targetregistry.adapter.http.TargetBody.NameBody;
import cn.lingpao.targetregistry.domain.Application;
import cn.lingpao.targetregistry.domain.Application.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application in JSON; {@code at} for recorded campaigns only. */
record ParticipationBody(
        @Nullable NameBody name,
        @Nullable String divisionCode,
        @Nullable ContactBody contact,
        @Nullable List<ChannelBody> channels,
        @Nullable Instant at) {

    Application toDomain() {
        return new Application(
                NameBody.toDomain(name),
                divisionCode == null || divisionCode.isBlank() ? null : divisionCode.strip(),
                contact == null ? new Contact("", "", "") : contact.toDomain(),
                ChannelBody.toDomain(channels));
    }

    /** Who answers for the application. */
    record ContactBody(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {

        Contact toDomain() {
            return new Contact(text(name), text(phone), text(email));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }
}
