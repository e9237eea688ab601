package io.github.unetfiji.bioimageio;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads arguments that are a number, or a list of one number for each element of an axis. */
final class NumbersField {

    /** Smaller deviations would blow up the noise of a constant image. */
    private static final double SMALLEST_DEVIATION = 1e-6;

    private NumbersField() {}

    /** Finite numbers: one without an axis; one, or as many as the axis is long, with an axis. */
    static List<Double> read(final Field field, final Optional<TensorAxis> axis) {
        if (!field.isList()) {
            return List.of(field.number());
        }
        if (axis.isEmpty()) {
            throw field.failure("is a list, but the axis is missing that it belongs to");
        }
        return items(field, axis.get()).stream().map(Field::number).toList();
    }

    /** The same, with a number for a field that is missing. */
    static List<Double> readOr(
            final Field field, final Optional<TensorAxis> axis, final double missing) {
        return field.isPresent() ? read(field, axis) : List.of(missing);
    }

    /** The same for standard deviations, which are above 0. */
    static List<Double> deviations(final Field field, final Optional<TensorAxis> axis) {
        final List<Double> numbers = read(field, axis);
        final List<Field> places = field.isList() ? field.items() : List.of(field);
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) < SMALLEST_DEVIATION) {
                throw places.get(i).wrong("a number, at least " + SMALLEST_DEVIATION);
            }
        }
        return numbers;
    }

    /** The axis along which the numbers lie; empty if each is one for all elements. */
    @SafeVarargs
    static Optional<String> along(final Optional<TensorAxis> axis, final List<Double>... numbers) {
        return axis.filter(any -> Stream.of(numbers).anyMatch(list -> list.size() > 1))
                .map(TensorAxis::id);
    }

    private static List<Field> items(final Field list, final TensorAxis axis) {
        return axis.size() instanceof AxisSize.Fixed fixed
                ? list.items(fixed.length(), "each element of the axis '" + axis.id() + "'")
                : list.items();
    }
}
