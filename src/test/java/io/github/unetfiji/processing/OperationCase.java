package io.github.unetfiji.processing;

import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.network.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An operation on pseudorandom tensors of 1 x 2 x 3 x 4 values (batch, channel, y, x), with the result of the official core 0.9.5
 * (bioimageio.core), which is that of all samples one after the other.
 */
record OperationCase(
        String name, Operation operation, String axes, int samples, double[] expected) {

    private static final Map<Character, TensorAxis.Kind> KINDS =
            Map.of(
                    'b', TensorAxis.Kind.BATCH,
                    'c', TensorAxis.Kind.CHANNEL,
                    'y', TensorAxis.Kind.Y,
                    'x', TensorAxis.Kind.X);
    private static final Map<Character, Integer> LENGTHS = Map.of('b', 1, 'c', 2, 'y', 3, 'x', 4);

    static List<OperationCase> all() {
        try (InputStream in =
                OperationCase.class.getResourceAsStream("/processing/operations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(OperationCase::parse)
                    .toList();
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    private static OperationCase parse(final String line) {
        final String[] parts = line.split(": ");
        final String[] words = parts[0].split(" ");
        final String axes = words[words.length - 2];
        return new OperationCase(
                parts[0],
                operation(words),
                axes,
                Integer.parseInt(words[words.length - 1]),
                Arrays.stream(parts[1].split(" ")).mapToDouble(Double::parseDouble).toArray());
    }

    private static Operation operation(final String[] words) {
        final boolean channel = words[1].equals("channel");
        final Optional<String> axis = channel ? Optional.of("channel") : Optional.empty();
        return switch (words[0]) {
            case "standard" -> new Operation.ZeroMeanUnitVariance(ids(words[1]), 1e-6);
            case "range" ->
                    new Operation.ScaleRange(ids(words[1]), 3, 92.5, 1e-6, Optional.empty());
            case "rangeref" ->
                    new Operation.ScaleRange(ids(words[1]), 3, 92.5, 1e-6, Optional.of("ref"));
            case "match" -> new Operation.ScaleMeanVariance("ref", ids(words[1]), 1e-6);
            case "linear" ->
                    channel
                            ? new Operation.ScaleLinear(List.of(.25, 2.0), List.of(-3.0, 1.0), axis)
                            : new Operation.ScaleLinear(List.of(.25), List.of(-3.0), axis);
            case "fixed" ->
                    channel
                            ? new Operation.FixedZeroMeanUnitVariance(
                                    List.of(60.0, 50.0), List.of(30.0, 20.0), axis)
                            : new Operation.FixedZeroMeanUnitVariance(
                                    List.of(60.0), List.of(.001), axis);
            case "clip" -> clip(words[1].equals("low"));
            case "binarize" -> new Operation.Binarize(List.of(61.5), Optional.empty());
            case "uint8" -> new Operation.EnsureDtype("uint8");
            case "softmax" -> new Operation.Softmax(words[1]);
            default -> throw new AssertionError(words[0]);
        };
    }

    private static Operation clip(final boolean low) {
        return new Operation.Clip(
                OptionalDouble.of(20),
                low ? OptionalDouble.empty() : OptionalDouble.of(80.5),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static Optional<List<String>> ids(final String letters) {
        return letters.equals("all")
                ? Optional.empty()
                : Optional.of(
                        letters.chars().mapToObj(letter -> id(KINDS.get((char) letter))).toList());
    }

    private static String id(final TensorAxis.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    TensorDescription description() {
        return description(axes, List.of(operation));
    }

    static TensorDescription description(final String axes, final List<Operation> operations) {
        return new TensorDescription(
                "raw",
                "",
                axes.chars().mapToObj(letter -> axis((char) letter)).toList(),
                "float32",
                operations,
                Optional.empty(),
                Optional.empty());
    }

    private static TensorAxis axis(final char letter) {
        final TensorAxis.Kind kind = KINDS.get(letter);
        return new TensorAxis(
                kind,
                id(kind),
                new AxisSize.Fixed(LENGTHS.get(letter)),
                letter == 'c' ? List.of("one", "two") : List.of(),
                0,
                1,
                Optional.empty());
    }

    /** The tensor of this number, from 0. */
    Tensor raw(final int sample) {
        return tensor(7 + sample);
    }

    /** The tensor that operations may refer to. */
    Tensor reference(final int sample) {
        return tensor(70 + sample);
    }

    private Tensor tensor(final int seed) {
        final long[] shape = axes.chars().mapToLong(letter -> LENGTHS.get((char) letter)).toArray();
        final float[] values = new float[Math.toIntExact(Tensor.size(shape))];
        long state = seed;
        for (int i = 0; i < values.length; i++) {
            state = state * 1103515245 + 12345 & 0x7fffffff;
            values[i] = (state >> 16) % 1000 / 8f;
        }
        return new Tensor(shape, values);
    }

    float[] expected(final int sample) {
        final int size = expected.length / samples;
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) expected[sample * size + i];
        }
        return values;
    }

    @Override
    public String toString() {
        return name;
    }
}
