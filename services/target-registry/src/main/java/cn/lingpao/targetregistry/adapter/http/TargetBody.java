package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A target in JSON, in full: what is left out is empty afterwards. */
record TargetBody(
        @Nullable NameBody name,
        @Nullable String divisionCode,
        @Nullable String group,
        @Nullable Set<String> marks,
        @Nullable List<ChannelBody> channels) {

    TargetDetails toDomain() {
        return new TargetDetails(
                NameBody.toDomain(name),
                divisionCode == null || divisionCode.isBlank() ? null : divisionCode.strip(),
                group == null ? "" : group,
                marks == null ? Set.of() : marks,
                ChannelBody.toDomain(channels));
    }

    /** A name in JSON; without an English one the Chinese one stands for both. */
    record NameBody(@Nullable String zh, @Nullable String en) {

        static Name toDomain(@Nullable NameBody body) {
            String zh = body == null || body.zh == null ? "" : body.zh.strip();
            return new Name(zh, body == null || body.en == null || body.en.isBlank() ? zh : body.en.strip());
        }
    }
}
