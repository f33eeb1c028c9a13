package cn.lingpao.eventing;

import com.ethlo.time.ITU;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Instants as {@link Instant#toString} has them, by a library that is made for RFC 3339; every event carries several. */
final class InstantJson {

    /** 0000-01-01 and 9999-12-31: beyond them a year has another number of digits. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    private static final long LAST_SECOND = 253_402_300_799L;
    private static final int[] DIGITS = {0, 3, 6};
    private static final int[] NANOS = {1_000_000_000, 1_000_000, 1_000};

    private InstantJson() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(Instant.class, new Writing())
                .addDeserializer(Instant.class, new Reading());
    }

    /**
     * What RFC 3339 has of an instant.
     *
     * @throws DateTimeException when the text is none
     */
    static Instant read(String text) {
        return ITU.parseDateTime(text).toInstant();
    }

    private static final class Writing extends StdSerializer<Instant> {

        Writing() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(text(instant));
        }

        private static String text(Instant instant) {
            long second = instant.getEpochSecond();
            if (second < FIRST_SECOND || second > LAST_SECOND) {
                return instant.toString();
            }
            return ITU.formatUtc(instant.atOffset(ZoneOffset.UTC), digits(instant.getNano()));
        }

        /** None, or as few thousands as say it all. */
        private static int digits(int nano) {
            for (int each = 0; each < DIGITS.length; each++) {
                if (nano % NANOS[each] == 0) {
                    return DIGITS[each];
                }
            }
            return 9;
        }
    }

    private static final class Reading extends StdDeserializer<Instant> {

        Reading() {
            super(Instant.class);
        }

        /** What the fast way cannot read, Jackson's own reads or refuses. */
        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    return read(json.getString());
                } catch (DateTimeException other) {
                    return InstantDeserializer.INSTANT.deserialize(json, context);
                }
            }
            return InstantDeserializer.INSTANT.deserialize(json, context);
        }
    }
}
