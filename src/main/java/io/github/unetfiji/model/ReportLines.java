package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes facts as lines {@code name: value}, fit to be shown whoever wrote them. Not thread-safe. */
final class ReportLines {

    private static final MathContext DIGITS = new MathContext(4);
    private static final String INDENT = "  ";

    /** Characters of a value. NB: the macro line, with all keys and long paths, is to be copied whole. */
    private static final int LONGEST_VALUE = 8000;

    private final StringBuilder text = new StringBuilder();

    /** All lines so far, each with its end. */
    String text() {
        return text.toString();
    }

    /** A fact. */
    void add(final String name, final Object value) {
        text.append(name)
                .append(": ")
                .append(Legible.shortened(String.valueOf(readable(value)), LONGEST_VALUE))
                .append('\n');
    }

    /** What the lines that follow are. */
    void heading(final String words) {
        text.append(words).append(":\n");
    }

    /** Lines that are written already, each with its end. */
    void lines(final String written) {
        text.append(written);
    }

    /** The beginning of a text of several lines; nothing if it is empty. */
    void paragraph(final String name, final String words, final int most) {
        final List<String> shown =
                Legible.text(words.substring(0, Math.min(most, words.length())))
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
        if (shown.size() == 1 && words.length() <= most) {
            add(name, shown.get(0));
        } else if (!shown.isEmpty()) {
            heading(name);
            shown.forEach(line -> text.append(INDENT.repeat(2)).append(line).append('\n'));
            text.append(words.length() > most ? INDENT.repeat(2) + "..\n" : "");
        }
    }

    /** Facts of facts, those of an inner map further to the right. */
    void map(final String indent, final Map<?, ?> map) {
        map.forEach(
                (key, value) -> {
                    final String name =
                            indent + Legible.line(String.valueOf(key)).replace('_', ' ');
                    if (value instanceof Map<?, ?> inner) {
                        heading(name);
                        map(indent + INDENT, inner);
                    } else if (isListOfMaps(value)) {
                        heading(name);
                        maps(indent + INDENT, (List<?>) value);
                    } else {
                        add(name, value);
                    }
                });
    }

    private static boolean isListOfMaps(final Object value) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Map.class::isInstance);
    }

    private void maps(final String indent, final List<?> maps) {
        for (final Object item : maps) {
            final ReportLines block = new ReportLines();
            block.map(indent + INDENT, (Map<?, ?>) item);
            text.append(indent).append("- ").append(block.text().strip()).append('\n');
        }
    }

    private static Object readable(final Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> String.valueOf(readable(item)))
                    .collect(Collectors.joining(", "));
        }
        return value instanceof Double && Double.isFinite((Double) value)
                ? BigDecimal.valueOf((Double) value)
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                : value;
    }
}
