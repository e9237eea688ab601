package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFile;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.network.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MeaningRuleTest {

    private static final Operation CAST = new Operation.EnsureDtype("float32");
    private static final Operation SIGMOID = new Operation.Sigmoid();

    @Test
    void aSoftMaxGivesClassesWhoseBackgroundIsNamedOrFirst() {
        final Operation end = new Operation.Softmax("channel");
        final ChannelMeaning first = meaning(output("o", "", List.of(end, CAST), 1, "a", "b"));
        assertEquals(ChannelMeaning.Kind.CLASSES, first.kind());
        assertEquals(OptionalInt.of(0), first.background());
        assertEquals(
                OptionalInt.of(2),
                meaning(output("o", "", List.of(end), 1, "cell", "border", "background"))
                        .background());
        assertEquals(
                ChannelMeaning.Kind.IMAGE,
                meaning(output("o", "", List.of(new Operation.Softmax("y")), 1, "a", "b")).kind());
    }

    @Test
    void aTestOutputThatSumsToOneGivesClasses() {
        final TensorDescription output = output("o", "", List.of(CAST), 1, "a", "b");
        assertEquals(
                ChannelMeaning.Kind.CLASSES,
                meaning(output, .25f, .5f, 1, 0, .75f, .5f, 0, 1).kind());
        assertEquals(
                ChannelMeaning.Kind.INDEPENDENT,
                meaning(output, .25f, .5f, 1, 0, .5f, .5f, 0, 1).kind());
        assertEquals(
                ChannelMeaning.Kind.IMAGE, meaning(output, -1, .5f, 1, 0, 2, .5f, 0, 1).kind());
    }

    @Test
    void aForegroundAndItsBoundaryAreFoundByTheirNames() {
        final ChannelMeaning found =
                meaning(output("o", "", List.of(SIGMOID), 1, "membrane", "cell"));
        assertEquals(ChannelMeaning.Kind.FOREGROUND, found.kind());
        assertEquals(OptionalInt.of(1), found.foreground());
        assertEquals(OptionalInt.of(0), found.boundary());
        final ChannelMeaning described =
                meaning(
                        output(
                                "o",
                                "foreground, boundary",
                                List.of(SIGMOID),
                                1,
                                "channel0",
                                "channel1"));
        assertEquals(OptionalInt.of(0), described.foreground());
        assertEquals(OptionalInt.of(1), described.boundary());
        assertEquals(
                ChannelMeaning.Kind.INDEPENDENT,
                meaning(output("o", "", List.of(SIGMOID), 1, "boundary", "cell", "nucleus"))
                        .kind());
    }

    @Test
    void oneChannelIsTheForeground() {
        final TensorDescription output = output("o", "", List.of(CAST), 1, "channel0");
        assertEquals(OptionalInt.of(0), meaning(output, 0, .5f, 1, .2f).foreground());
        assertEquals(ChannelMeaning.Kind.FOREGROUND, meaning(output, 0, .5f, 1, .2f).kind());
    }

    @Test
    void whatIsNoProbabilityIsAnImage() {
        final TensorDescription output = output("o", "", List.of(CAST), 1, "gray");
        final ChannelMeaning far = meaning(output, 0, .5f, 250, .2f);
        assertEquals(ChannelMeaning.Kind.IMAGE, far.kind());
        assertTrue(far.reason().contains("from 0.000 to 250.0"), far.reason());
        final ChannelMeaning unknown = meaning(output);
        assertEquals(
                "The output 'o' of the model has no test output that would tell its range of values, so that its"
                        + " channels are no probabilities, of which classes and objects could be made.",
                unknown.reason());
        final ChannelMeaning fine = meaning(output("o", "", List.of(CAST), 2, "gray"), 0, 1, 0, 1);
        assertTrue(fine.reason().contains("finer than its input"), fine.reason());
        final Operation gain =
                new Operation.ScaleLinear(List.of(9.0), List.of(0.0), Optional.empty());
        assertEquals(
                ChannelMeaning.Kind.IMAGE,
                meaning(output("o", "", List.of(SIGMOID, gain), 1, "a"), 0, 9, 9, 9).kind());
    }

    @Test
    void channelsHaveNamesThatPeopleCanTellApart() {
        assertEquals(
                List.of("cell", "cell 2"), names(output("o", "", List.of(), 1, "cell", "cell")));
        assertEquals(List.of("foreground"), names(output("o", "foreground", List.of(), 1, "c0")));
        assertEquals(
                List.of("probability"),
                names(
                        output(
                                "probability",
                                "a text that is far too long for a name of a channel",
                                List.of(),
                                1,
                                "channel0")));
        assertEquals(
                List.of("channel0", "channel1"),
                names(output("o", "one thing", List.of(), 1, "channel0", "channel1")));
        assertEquals(
                List.of("a x", "a y", "b"),
                names(
                        output("a", "", List.of(), 1, "x", "y"),
                        output("b", "", List.of(), 1, "channel0")));
    }

    private static List<String> names(final TensorDescription... outputs) {
        return ChannelWords.names(List.of(outputs));
    }

    private static ChannelMeaning meaning(final TensorDescription output, final float... test) {
        final long channels = output.axis(TensorAxis.Kind.CHANNEL).orElseThrow().channels().size();
        final Optional<Tensor> tensor =
                test.length == 0
                        ? Optional.empty()
                        : Optional.of(new Tensor(new long[] {1, channels, 2, 2}, test));
        return MeaningRule.of(model(output), List.of(tensor));
    }

    private static PackageDescription model(final TensorDescription... outputs) {
        return new PackageDescription(
                "0.5.7",
                "small",
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                output("raw", "", List.of(), 1, "gray"),
                List.of(outputs),
                new PackageFile("weights.pt", Optional.empty()),
                Optional.empty(),
                Map.of());
    }

    private static TensorDescription output(
            final String id,
            final String description,
            final List<Operation> operations,
            final double factor,
            final String... channels) {
        return new TensorDescription(
                id,
                description,
                List.of(
                        axis(TensorAxis.Kind.BATCH, new AxisSize.Stepped(1, 1)),
                        axis(
                                TensorAxis.Kind.CHANNEL,
                                new AxisSize.Fixed(channels.length),
                                channels),
                        axis(TensorAxis.Kind.Y, new AxisSize.Relative("raw", "y", factor, 0)),
                        axis(TensorAxis.Kind.X, new AxisSize.Relative("raw", "x", factor, 0))),
                "float32",
                operations,
                Optional.empty(),
                Optional.empty());
    }

    private static TensorAxis axis(
            final TensorAxis.Kind kind, final AxisSize size, final String... channels) {
        return new TensorAxis(
                kind,
                kind.name().toLowerCase(java.util.Locale.ROOT),
                size,
                Arrays.asList(channels),
                0,
                1,
                Optional.empty());
    }
}
