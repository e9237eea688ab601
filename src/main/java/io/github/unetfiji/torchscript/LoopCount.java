package io.github.unetfiji.torchscript;

import java.util.List;
import java.util.Optional;

/** What whole numbers an operator can give: counts of loops are computed by a few of them. */
final class LoopCount {

    /** How long a list, or an axis of a tensor, is taken to be, where only the data say that. */
    private static final ScriptValue LENGTH = ScriptValue.number(0, 100);

    /** What numbers are taken to be given to a function that has loops. */
    static final ScriptValue PARAMETER = ScriptValue.number(-100, 100);

    private LoopCount() {}

    /** Whether a number may be given to such a function. */
    static boolean isParameter(final ScriptValue value) {
        return value.kind() == ScriptValue.Kind.NUMBER
                && value.least() >= PARAMETER.least()
                && value.most() <= PARAMETER.most();
    }

    /**
     * @param operator name
     * @param values of its arguments
     */
    static Optional<ScriptValue> of(final String operator, final List<ScriptValue> values) {
        return switch (operator) {
            case "len", "size", "dim" -> Optional.of(LENGTH);
            // NB: range(lowest, highest, step) has at most as many numbers as lie between.
            case "__range_length" -> numbers(values, 3).map(LoopCount::range);
            case "add" -> numbers(values, 2).map(LoopCount::sum);
            case "sub" -> numbers(values, 2).map(LoopCount::difference);
            case "mul" -> numbers(values, 2).map(LoopCount::product);
            case "floordiv" -> numbers(values, 2).flatMap(LoopCount::quotient);
            case "min" -> smallest(values);
            default -> Optional.empty();
        };
    }

    private static Optional<List<ScriptValue>> numbers(
            final List<ScriptValue> values, final int count) {
        return values.size() == count
                        && values.stream().allMatch(v -> v.kind() == ScriptValue.Kind.NUMBER)
                ? Optional.of(values)
                : Optional.empty();
    }

    private static ScriptValue range(final List<ScriptValue> of) {
        final long span = saturated((double) of.get(1).most() - of.get(0).least());
        final long backwards = saturated((double) of.get(1).least() - of.get(0).most());
        return ScriptValue.number(0, Math.max(0, Math.max(span, -backwards)));
    }

    private static ScriptValue sum(final List<ScriptValue> of) {
        return ScriptValue.number(
                saturated((double) of.get(0).least() + of.get(1).least()),
                saturated((double) of.get(0).most() + of.get(1).most()));
    }

    private static ScriptValue difference(final List<ScriptValue> of) {
        return ScriptValue.number(
                saturated((double) of.get(0).least() - of.get(1).most()),
                saturated((double) of.get(0).most() - of.get(1).least()));
    }

    private static ScriptValue product(final List<ScriptValue> of) {
        final double a = (double) of.get(0).least() * of.get(1).least();
        final double b = (double) of.get(0).least() * of.get(1).most();
        final double c = (double) of.get(0).most() * of.get(1).least();
        final double d = (double) of.get(0).most() * of.get(1).most();
        return ScriptValue.number(
                saturated(Math.min(Math.min(a, b), Math.min(c, d))),
                saturated(Math.max(Math.max(a, b), Math.max(c, d))));
    }

    private static Optional<ScriptValue> quotient(final List<ScriptValue> of) {
        return of.get(1).least() > 0 && of.get(0).least() >= 0
                ? Optional.of(ScriptValue.number(0, of.get(0).most() / of.get(1).least()))
                : Optional.empty();
    }

    /** NB: one that is known bounds it from above, whatever the others are. */
    static Optional<ScriptValue> smallest(final List<ScriptValue> of) {
        final boolean allKnown = of.stream().allMatch(LoopCount::isKnown);
        return of.stream()
                .filter(LoopCount::isKnown)
                .reduce(
                        (a, b) ->
                                ScriptValue.number(
                                        Math.min(a.least(), b.least()),
                                        Math.min(a.most(), b.most())))
                .map(
                        least ->
                                ScriptValue.number(
                                        allKnown ? least.least() : Long.MIN_VALUE, least.most()));
    }

    private static boolean isKnown(final ScriptValue value) {
        return value.kind() == ScriptValue.Kind.NUMBER || value.kind() == ScriptValue.Kind.NUMBERS;
    }

    static ScriptValue negative(final ScriptValue of) {
        return ScriptValue.number(saturated(-(double) of.most()), saturated(-(double) of.least()));
    }

    private static long saturated(final double value) {
        return (long) value; // NB: beyond the largest long this is the largest long.
    }
}
