package io.github.unetfiji.report;

import static j2html.TagCreator.b;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;

/** What a model is, from lines {@code name: value} that are indented where they belong to another. */
final class ModelLines {

    private static final String SEPARATOR = ": ";

    private ModelLines() {}

    /** A section; nothing if there are no lines. */
    static DomContent of(final String lines) {
        if (lines.isBlank()) {
            return each();
        }
        return section(
                h2("The model"),
                div(each(lines.lines().filter(line -> !line.isBlank()).map(ModelLines::line)))
                        .withClass("model"));
    }

    private static DomContent line(final String line) {
        final String content = line.strip();
        final int indent = line.indexOf(content) / 2;
        final int end = (content + " ").indexOf(SEPARATOR);
        return div(end < 0
                        ? text(content)
                        : each(b(content.substring(0, end + 1)), text(content.substring(end + 1))))
                .withStyle("margin-left:" + 1.5 * indent + "em");
    }
}
