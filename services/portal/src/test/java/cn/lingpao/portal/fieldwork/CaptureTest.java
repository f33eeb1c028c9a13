package cn.lingpao.portal.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureTest {

    @ParameterizedTest
    @CsvSource({
        "urn:view:https://y.example/, screenshot, https://y.example/, screenshot",
        "urn:rendered:https://y.example/, page, https://y.example/, rendered",
        "https://y.example/, page, https://y.example/, page",
        ", file, , file"
    })
    void what_a_browser_made_has_the_address_of_its_page(
            @Nullable String url, String kind, @Nullable String address, String form) {
        Capture capture = capture(url, kind);

        assertThat(capture.address()).isEqualTo(address);
        assertThat(capture.form()).isEqualTo(form);
    }

    private static Capture capture(@Nullable String url, String kind) {
        return new Capture(
                "c",
                "0",
                null,
                null,
                null,
                false,
                kind,
                Instant.EPOCH,
                url,
                null,
                null,
                null,
                null,
                null,
                "robot",
                null,
                null);
    }
}
