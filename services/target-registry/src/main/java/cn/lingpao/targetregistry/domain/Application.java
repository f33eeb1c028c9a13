package cn.lingpao.targetregistry.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a county or district says when it applies to be assessed (参评申报). */
public record Application(Name name, @Nullable String divisionCode, Contact contact, List<Channel> channels) {

    public Application {
        channels = List.copyOf(channels);
    }

    /** Who answers for the application. */
    public record Contact(String name, String phone, String email) {}

    /** Every fault of the application, apart from those of the target it would become. */
    public List<Fault> check() {
        List<Fault> faults = new ArrayList<>();
        required(faults, "name.zh", name.zh());
        required(faults, "contact.name", contact.name());
        required(faults, "contact.phone", contact.phone());
        required(faults, "contact.email", contact.email());
        if (!contact.email().isBlank() && !contact.email().matches("[^@\\s]+@[^@\\s]+")) {
            faults.add(Fault.of("contact.email", "bad-email", "'" + contact.email() + "' is no mail address."));
        }
        channels.forEach(channel ->
                Channel.checkUrl("channels", channel.kind(), channel.url()).ifPresent(faults::add));
        return faults;
    }

    private static void required(List<Fault> faults, String path, String value) {
        if (value.isBlank()) {
            faults.add(Fault.of(path, "missing-value", "'" + path + "' is empty."));
        }
    }
}
