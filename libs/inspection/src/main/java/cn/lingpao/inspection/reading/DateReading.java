package cn.lingpao.inspection.reading;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A date as printed on a page: every day it may mean, earliest first.
 *
 * @param days never empty; several where the print reads in more than one way
 * @param print as it stands on the page
 */
public record DateReading(List<LocalDate> days, String print) {

    public DateReading {
        SortedSet<LocalDate> sorted = new TreeSet<>(days);
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a reading without a day: " + print);
        }
        days = List.copyOf(sorted);
    }

    public boolean certain() {
        return days.size() == 1;
    }

    public LocalDate earliest() {
        return days.getFirst();
    }

    public LocalDate latest() {
        return days.getLast();
    }

    /** Whether every reading satisfies the condition. */
    public boolean always(Predicate<LocalDate> condition) {
        return days.stream().allMatch(condition);
    }

    /** Whether the readings differ by the year alone: nothing printed it, so another print of the same day may tell. */
    public boolean lacksYear() {
        return !certain() && days.stream().map(MonthDay::from).distinct().count() == 1;
    }

    /** Keeps the days that another reading of the same thing allows; this one if they have none in common. */
    public DateReading agreeing(DateReading other) {
        List<LocalDate> common = days.stream().filter(other.days::contains).toList();
        return common.isEmpty() ? this : new DateReading(common, print);
    }
}
