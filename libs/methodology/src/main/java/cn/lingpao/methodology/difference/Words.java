package cn.lingpao.methodology.difference;

import cn.lingpao.methodology.framework.Normalisation;
import cn.lingpao.methodology.framework.Rounding;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Text;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes parts of a framework much as the document writes them. */
final class Words {

    private static final String NONE = "none";

    private Words() {}

    /** {@code a → b}. */
    static String change(@Nullable Object before, @Nullable Object after) {
        return of(before) + " → " + of(after);
    }

    static String of(@Nullable Object part) {
        return switch (part) {
            case null -> NONE;
            case BigDecimal number ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Enum<?> word -> kebab(word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case Text text -> text.zh().equals(text.en()) ? text.zh() : text.zh() + " / " + text.en();
            case Rounding rounding ->
                rounding.digits() + (rounding.digits() == 1 ? " digit " : " digits ") + of(rounding.mode());
            case Optional<?> optional -> of(optional.orElse(null));
            case Collection<?> list ->
                list.isEmpty() ? NONE : joined(list.stream().map(Words::of));
            case Map<?, ?> map ->
                joined(map.entrySet().stream().map(entry -> of(entry.getKey()) + " " + of(entry.getValue())));
            case Normalisation.Fixed fixed -> of(fixed.value());
            case Rule.Fixed fixed -> of(fixed.value());
            case Record record -> record(record);
            default -> part.toString();
        };
    }

    private static String record(Record record) {
        String parts = joined(parts(record));
        String name = kebab(record.getClass().getSimpleName());
        return parts.isEmpty() ? name : name + " (" + parts + ")";
    }

    /** What is stated: nothing of what is absent, empty or off; a scope's parts stand among the others. */
    private static Stream<String> parts(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).flatMap(component -> {
            Object value = value(record, component);
            if (value instanceof Normalisation.Scope scope) {
                return parts(scope);
            }
            if (value instanceof Normalisation.Frozen frozen) {
                return parts(frozen).map(part -> "frozen " + part);
            }
            boolean absent = value == null
                    || Boolean.FALSE.equals(value)
                    || value instanceof Collection<?> list && list.isEmpty();
            String name = kebab(component.getName());
            return absent ? Stream.empty() : Stream.of(Boolean.TRUE.equals(value) ? name : name + " " + of(value));
        });
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
