package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import io.github.unetfiji.bioimageio.TensorAxis.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the axes of a tensor in format 0.4 as those of 0.5: letters in one text, a shape, and a halo with one number each.
 *
 * <p>The length of an output's axis is {@code length * scale + 2 * offset}, from the axis with the same letter.
 */
final class AxisFields04 {

    private static final Map<Character, Kind> KINDS =
            Map.of(
                    'b', Kind.BATCH,
                    'i', Kind.INDEX,
                    't', Kind.TIME,
                    'c', Kind.CHANNEL,
                    'z', Kind.Z,
                    'y', Kind.Y,
                    'x', Kind.X);

    private final Field tensor;
    private final String letters;
    private final Field shape;
    private final List<DescribedTensor> before;

    private AxisFields04(final Field tensor, final List<DescribedTensor> before) {
        this.tensor = tensor;
        this.letters = letters(tensor.at("axes"));
        this.shape = tensor.at("shape");
        this.before = before;
    }

    /**
     * Reads the axes of a tensor.
     *
     * @param before the tensors that it may refer to
     */
    static List<TensorAxis> read(final Field tensor, final List<DescribedTensor> before) {
        return new AxisFields04(tensor, before).axes();
    }

    /** The id that the axis of a letter has in 0.5. */
    static String id(final char letter) {
        final Kind kind = KINDS.get(letter);
        return kind == null || kind.isSpatial()
                ? String.valueOf(letter)
                : kind.name().toLowerCase(Locale.ROOT);
    }

    private static String letters(final Field axes) {
        final String letters = axes.text();
        final boolean known = letters.chars().allMatch(c -> KINDS.containsKey((char) c));
        if (!known || letters.chars().distinct().count() < letters.length()) {
            throw axes.wrong("letters of b, i, t, c, z, y, x, none twice");
        }
        return letters;
    }

    private List<TensorAxis> axes() {
        final Field list = tensor.at("halo");
        final boolean none = !list.isPresent() || (list.isList() && list.items().isEmpty());
        final List<Field> halo = none ? List.of() : items(list);
        final List<TensorAxis> axes = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            final Kind kind = KINDS.get(letters.charAt(i));
            axes.add(axis(kind, i, halo.isEmpty() ? 0 : halo(halo.get(i), kind)));
        }
        return axes;
    }

    private static int halo(final Field halo, final Kind kind) {
        final int px = halo.whole(0, SizeField.LONGEST);
        if (px > 0 && !kind.isSpatial()) {
            throw halo.wrong("0, since the axis is none in space");
        }
        return px;
    }

    private List<Field> items(final Field list) {
        return list.items(letters.length(), "each of the axes " + letters);
    }

    private TensorAxis axis(final Kind kind, final int i, final int halo) {
        if (kind == Kind.BATCH) {
            return axis(kind, batch(i), 0, 1);
        }
        if (shape.isMap() && shape.given("reference_tensor").isPresent()) {
            return referring(kind, i, halo);
        }
        return axis(kind, shape.isMap() ? stepped(i) : fixed(shape, i), halo, 1);
    }

    /** The length of the batch must be 1; a program takes any number of samples. */
    private AxisSize batch(final int i) {
        if (!shape.isMap()) {
            one(items(shape).get(i), 1);
        } else if (shape.given("reference_tensor").isPresent()) {
            scale(items(shape.at("scale")).get(i));
            twice(items(shape.at("offset")).get(i));
        } else {
            one(items(shape.at("min")).get(i), 1);
            one(items(shape.at("step")).get(i), 0);
        }
        return new AxisSize.Stepped(1, 1);
    }

    private static void one(final Field length, final int allowed) {
        if (length.whole(0, SizeField.LONGEST) != allowed) {
            throw length.wrong(allowed + " for the axis of the batch");
        }
    }

    private AxisSize fixed(final Field lengths, final int i) {
        return new AxisSize.Fixed(items(lengths).get(i).whole(1, SizeField.LONGEST));
    }

    private AxisSize stepped(final int i) {
        shape.allow("min", "step");
        final int step = items(shape.at("step")).get(i).whole(0, SizeField.LONGEST);
        if (step == 0) {
            return fixed(shape.at("min"), i);
        }
        return new AxisSize.Stepped(
                items(shape.at("min")).get(i).whole(1, SizeField.LONGEST), step);
    }

    private TensorAxis referring(final Kind kind, final int i, final int halo) {
        shape.allow("reference_tensor", "scale", "offset");
        final double scale = scale(items(shape.at("scale")).get(i));
        final int offset = twice(items(shape.at("offset")).get(i));
        if (scale == 0) {
            return axis(kind, added(i, offset), halo, 1);
        }
        return kind == Kind.CHANNEL || kind == Kind.INDEX
                ? axis(kind, counted(i, scale, offset), halo, 1)
                : axis(
                        kind,
                        new AxisSize.Relative(reference().id(), id(letters.charAt(i)), 1, offset),
                        halo,
                        1 / scale);
    }

    /** NB: null stands for 0: the axis is new. */
    private static double scale(final Field scale) {
        return scale.isPresent() ? scale.number("a number from 0 to 1000000, or null", 0, 1e6) : 0;
    }

    private static int twice(final Field offset) {
        final double twice = 2 * offset.number();
        if (twice != Math.rint(twice) || Math.abs(twice) > SizeField.LONGEST) {
            throw offset.wrong("a whole number, or a half");
        }
        return (int) twice;
    }

    /** A new axis: its length is the offset alone. */
    private AxisSize added(final int i, final int offset) {
        if (offset < 1) {
            throw shape.at("offset").items().get(i).wrong("above 0, where the scale is 0 or null");
        }
        return new AxisSize.Fixed(offset);
    }

    private DescribedTensor reference() {
        final Field field = shape.at("reference_tensor");
        final String name = field.line();
        return before.stream()
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                field.failure(
                                        "refers to the tensor '"
                                                + Legible.echo(name)
                                                + "', which the model does not have"));
    }

    /** Channels are counted, not measured: their length is known from that of the other tensor. */
    private AxisSize counted(final int i, final double scale, final int offset) {
        final AxisSize other =
                reference()
                        .axis(id(letters.charAt(i)))
                        .map(TensorAxis::size)
                        .orElse(new AxisSize.Fixed(1));
        final double length =
                other instanceof AxisSize.Fixed fixed ? fixed.length() * scale + offset : 0;
        if (length < 1 || length != Math.rint(length) || length > SizeField.LONGEST) {
            throw shape.at("scale")
                    .items()
                    .get(i)
                    .failure("does not give a whole number of channels");
        }
        return new AxisSize.Fixed((int) length);
    }

    private TensorAxis axis(
            final Kind kind, final AxisSize size, final int halo, final double scale) {
        return new TensorAxis(
                kind,
                id(letters.charAt(indexOf(kind))),
                size,
                kind == Kind.CHANNEL ? channels(size) : List.of(),
                halo,
                scale,
                Optional.empty());
    }

    private int indexOf(final Kind kind) {
        return Stream.iterate(0, i -> i + 1)
                .filter(i -> KINDS.get(letters.charAt(i)) == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<String> channels(final AxisSize size) {
        if (!(size instanceof AxisSize.Fixed fixed)
                || fixed.length() > AxisFields05.MOST_CHANNELS) {
            throw shape.failure(
                    "must give the channels a fixed length, from 1 to "
                            + AxisFields05.MOST_CHANNELS);
        }
        return Stream.iterate(0, i -> i + 1).limit(fixed.length()).map(i -> "channel" + i).toList();
    }
}
