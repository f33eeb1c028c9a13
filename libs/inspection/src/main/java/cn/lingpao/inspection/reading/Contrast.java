package cn.lingpao.inspection.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** Contrast of text and background after WCAG 2: 1 to 21. */
public final class Contrast {

    private static final Pattern TEXT = Pattern.compile("(?:^|;)\\s*color\\s*:\\s*([^;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BACKGROUND =
            Pattern.compile("(?:^|;)\\s*background(?:-color)?\\s*:\\s*([^;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RGB =
            Pattern.compile("rgb\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)");

    private Contrast() {}

    /** The ratio of every element whose own style names both colours. */
    public static List<Double> ofInlineStyles(Document page) {
        return page.select("[style]").stream()
                .flatMap(element -> Stream.of(element.attr("style")))
                .flatMap(style -> {
                    Optional<int[]> text = colour(TEXT, style);
                    Optional<int[]> back = colour(BACKGROUND, style);
                    return text.isPresent() && back.isPresent()
                            ? Stream.of(ratio(text.get(), back.get()))
                            : Stream.empty();
                })
                .toList();
    }

    static double ratio(int[] one, int[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int[] colour) {
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Optional<int[]> colour(Pattern property, String style) {
        Matcher matcher = property.matcher(style);
        return matcher.find() ? parse(matcher.group(1).strip()) : Optional.empty();
    }

    private static Optional<int[]> parse(String value) {
        Matcher hex = HEX.matcher(value);
        if (hex.find()) {
            String digits = hex.group(1).length() == 3 ? hex.group(1).replaceAll("(.)", "$1$1") : hex.group(1);
            int all = Integer.parseInt(digits, 16);
            return Optional.of(new int[] {all >> 16, all >> 8 & 255, all & 255});
        }
        Matcher rgb = RGB.matcher(value);
        if (rgb.find()) {
            return Optional.of(new int[] {
                Integer.parseInt(rgb.group(1)), Integer.parseInt(rgb.group(2)), Integer.parseInt(rgb.group(3))
            });
        }
        return switch (value.toLowerCase(Locale.ROOT).split("\\s")[0]) {
            case "white" -> Optional.of(new int[] {255, 255, 255});
            case "black" -> Optional.of(new int[] {0, 0, 0});
            case "red" -> Optional.of(new int[] {255, 0, 0});
            case "gray", "grey" -> Optional.of(new int[] {128, 128, 128});
            default -> Optional.empty();
        };
    }
}
