package cn.lingpao.datacollection.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What the intake must know of a campaign. */
public record Campaign(
        String id, boolean live, Optional<Window> collection, CheckPoints checkPoints, Registrations registrations) {

    /** Whole days in China, both ends inclusive. */
    public record Window(LocalDate from, LocalDate to) {

        private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

        public boolean contains(Instant instant) {
            LocalDate day = LocalDate.ofInstant(instant, ZONE);
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Whether the window begins only after that instant's day. */
        public boolean isAfter(Instant instant) {
            return LocalDate.ofInstant(instant, ZONE).isBefore(from);
        }

        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    /** The check points of the campaign's framework, the excluded ones too. */
    public interface CheckPoints {

        boolean contains(String checkPointId);

        /** Why the check point's rule does not take the value; empty when it does. */
        Optional<String> misfit(String checkPointId, Value value);
    }
}
