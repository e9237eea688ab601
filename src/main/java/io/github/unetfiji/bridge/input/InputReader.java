package io.github.unetfiji.bridge.input;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.ReadableFile;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns the text of an input into its value, or fails with one sentence: what is wrong, the text that was given, the values that are allowed. */
final class InputReader {

    private final OpenImages images;
    private final InputNaming naming;

    /**
     * A reader.
     *
     * @param naming how its sentences name inputs
     */
    InputReader(final OpenImages images, final InputNaming naming) {
        this.images = images;
        this.naming = naming;
    }

    /**
     * The value of an input.
     *
     * @param text as given, or {@code null} if it was not: then the default counts
     * @throws UNetException if the text cannot be used, or a required value is missing
     */
    Object read(final CommandInput input, final String text) {
        final Object value = text == null ? defaultOf(input) : parse(input, text);
        if (input.required() && (value == null || "".equals(value))) {
            throw new UNetException(naming.missing(input) + " is required but was not given.");
        }
        return value;
    }

    private Object defaultOf(final CommandInput input) {
        return input.isActiveImage() && input.required() ? images.active() : input.defaultValue();
    }

    private Object parse(final CommandInput input, final String text) {
        if (text.isEmpty() && !isNumberOrFlag(input)) {
            return input.isActiveImage() && input.required() ? images.active() : emptyOf(input);
        }
        return switch (input.kind()) {
            case IMAGE -> images.find(naming.of(input), text);
            case FILE -> file(input, text);
            case CHOICE -> choice(input, text);
            case TEXT -> text;
            case FLAG -> flag(input, text);
            case WHOLE, REAL -> number(input, text);
        };
    }

    private static boolean isNumberOrFlag(final CommandInput input) {
        final boolean mayBeUnset = !input.required() && input.defaultValue() == null;
        return !mayBeUnset
                && Set.of(InputKind.WHOLE, InputKind.REAL, InputKind.FLAG).contains(input.kind());
    }

    /** NB: a choice that is left empty is refused unless empty is among the choices. */
    private Object emptyOf(final CommandInput input) {
        return switch (input.kind()) {
            case TEXT -> "";
            case CHOICE -> choice(input, "");
            default -> null;
        };
    }

    private File file(final CommandInput input, final String text) {
        final Path path = ReadableFile.path(naming.of(input), text);
        if (input.style().has("open")) {
            final Optional<Path> named = model(input, path);
            if (named.isPresent()) {
                return named.get().toFile();
            }
            checkReached(input, text, path);
        }
        if (input.style().has("directory") && !Files.isDirectory(path)) {
            throw new UNetException(
                    naming.of(input)
                            + (Files.exists(path)
                                    ? ": \"" + Legible.echo(text) + "\" is a file, not a folder."
                                    : ": there is no folder \"" + Legible.echo(text) + "\"."));
        }
        return new File(text);
    }

    /** The model that a bare name stands for. NB: a path comes first, so that its meaning does not depend on the user's models. */
    private Optional<Path> model(final CommandInput input, final Path path) {
        return input.style().has("model") && !Files.exists(path)
                ? ModelFolders.now().find(naming.of(input), path)
                : Optional.empty();
    }

    private void checkReached(final CommandInput input, final String text, final Path path) {
        final Optional<String> hidden = ReadableFile.hidden(path);
        if (hidden.isPresent()) {
            throw new UNetException(
                    naming.of(input)
                            + ": \""
                            + Legible.echo(text)
                            + "\" cannot be read: "
                            + hidden.get()
                            + ".");
        }
        if (!Files.exists(path)) {
            throw new UNetException(
                    naming.of(input)
                            + ": there is no file \""
                            + Legible.echo(text)
                            + "\""
                            + (isModelName(input, path)
                                    ? ", and no model of this name in the model folders."
                                    : "."));
        }
    }

    private static boolean isModelName(final CommandInput input, final Path path) {
        return input.style().has("model")
                && path.getNameCount() == 1
                && !path.isAbsolute()
                && !path.toString().contains(".");
    }

    private String choice(final CommandInput input, final String text) {
        if (!input.choices().contains(text)) {
            throw new UNetException(
                    naming.of(input)
                            + " must be one of "
                            + String.join(", ", input.choices())
                            + "; got \""
                            + Legible.echo(text)
                            + "\""
                            + ClosestWord.hint(text, input.choices())
                            + ".");
        }
        return text;
    }

    private Boolean flag(final CommandInput input, final String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default ->
                    throw new UNetException(
                            naming.of(input)
                                    + " must be true or false; got \""
                                    + Legible.echo(text)
                                    + "\".");
        };
    }

    private Number number(final CommandInput input, final String text) {
        final NumberRange range = NumberRange.of(input);
        final BigDecimal number = NumberRange.parse(text);
        if (number == null || !range.contains(number)) {
            throw new UNetException(
                    naming.of(input)
                            + " must be "
                            + range
                            + "; got \""
                            + Legible.echo(text)
                            + "\".");
        }
        return range.convert(number);
    }
}
