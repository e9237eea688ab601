package io.github.unetfiji.bioimageio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads packages of others. */
class ReferenceDescriptionsTest {

    private static final double EPS = 1e-6;

    private static PackageDescription read(final String name) throws IOException {
        try (PackageFiles files = PackageFiles.open(ReferencePackages.zip(name))) {
            return DescriptionReader.read(files);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nuclei_boundary_04",
                "fixed_percentile_04",
                "rgb_softmax_05",
                "mito3d_05",
                "superresolution_05",
                "wrong_test_output_05"
            })
    void readsWhatEveryPackageHas(final String name) throws IOException {
        final PackageDescription model = read(name);
        assertEquals(name.replace('_', ' '), model.name());
        assertEquals(List.of("Fixture"), model.authors());
        assertEquals(List.of("none, 10.1007/978-3-319-24574-4_28"), model.citations());
        assertEquals(Optional.of("CC0-1.0"), model.license());
        assertEquals(Optional.of("2.5.0"), model.pytorchVersion());
        assertEquals("weights.pt", model.weights().path());
        assertTrue(model.weights().sha256().isPresent());
        assertEquals("test_input.npy", model.input().test().orElseThrow().path());
        assertEquals("test_output.npy", model.outputs().get(0).test().orElseThrow().path());
        assertEquals("doc.md", model.documentation().orElseThrow().path());
    }

    @Test
    void readsStepsHaloAndChannelsOfFormat04() throws IOException {
        final PackageDescription model = read("nuclei_boundary_04");
        assertEquals(
                List.of(
                        axis(TensorAxis.Kind.BATCH, "batch", new AxisSize.Stepped(1, 1), 0),
                        channels("channel0"),
                        axis(TensorAxis.Kind.Y, "y", new AxisSize.Stepped(64, 16), 0),
                        axis(TensorAxis.Kind.X, "x", new AxisSize.Stepped(64, 16), 0)),
                model.input().axes());
        assertEquals(
                List.of(
                        axis(TensorAxis.Kind.BATCH, "batch", new AxisSize.Stepped(1, 1), 0),
                        channels("channel0", "channel1"),
                        axis(TensorAxis.Kind.Y, "y", raw("y", 1), 16),
                        axis(TensorAxis.Kind.X, "x", raw("x", 1), 16)),
                model.outputs().get(0).axes());
        assertEquals(
                List.of(
                        new Operation.EnsureDtype("float32"),
                        new Operation.ZeroMeanUnitVariance(
                                Optional.of(List.of("channel", "y", "x")), EPS),
                        new Operation.EnsureDtype("float32")),
                model.input().operations());
    }

    @Test
    void readsFixedSizesAndPercentilesOfFormat04() throws IOException {
        final PackageDescription model = read("fixed_percentile_04");
        assertEquals(
                List.of(new AxisSize.Fixed(96), new AxisSize.Fixed(128)),
                model.input().axes().stream().skip(2).map(TensorAxis::size).toList());
        assertEquals(
                new Operation.ScaleRange(
                        Optional.of(List.of("channel", "y", "x")), 1, 99.8, EPS, Optional.empty()),
                model.input().operations().get(1));
        assertEquals(raw("y", 1), model.outputs().get(0).axes().get(2).size());
    }

    @Test
    void readsOperationsOfFormat05() throws IOException {
        final PackageDescription model = read("rgb_softmax_05");
        assertEquals(Optional.of("rgb-softmax"), model.id());
        assertEquals(Optional.of("1.0"), model.version());
        assertEquals(
                List.of(
                        new Operation.EnsureDtype("uint8"),
                        new Operation.ScaleLinear(
                                List.of(0.01, 0.02, 0.03),
                                List.of(-1.0, -0.5, 0.25),
                                Optional.of("channel")),
                        new Operation.EnsureDtype("float32")),
                model.input().operations());
        assertEquals(
                List.of(new Operation.Softmax("channel"), new Operation.EnsureDtype("float32")),
                model.outputs().get(0).operations());
        assertEquals(
                List.of("background", "gland", "stroma"),
                model.outputs().get(0).axis(TensorAxis.Kind.CHANNEL).orElseThrow().channels());
    }

    @Test
    void readsVolumes() throws IOException {
        final PackageDescription model = read("mito3d_05");
        final TensorAxis z = model.input().axis(TensorAxis.Kind.Z).orElseThrow();
        assertEquals(new AxisSize.Stepped(4, 1), z.size());
        assertEquals(40, z.scale());
        assertEquals(Optional.of("nanometer"), z.unit());
        assertEquals(6, model.outputs().get(0).axis(TensorAxis.Kind.Y).orElseThrow().halo());
        assertEquals(
                new Operation.FixedZeroMeanUnitVariance(
                        List.of(110.0), List.of(42.5), Optional.empty()),
                model.input().operations().get(1));
    }

    @Test
    void readsHowMuchFinerAnOutputIs() throws IOException {
        final PackageDescription model = read("superresolution_05");
        final TensorAxis y = model.outputs().get(0).axis(TensorAxis.Kind.Y).orElseThrow();
        assertEquals(raw("y", 2), y.size());
        assertEquals(2, y.halo());
    }

    private static AxisSize raw(final String axis, final double factor) {
        return new AxisSize.Relative("raw", axis, factor, 0);
    }

    private static TensorAxis axis(
            final TensorAxis.Kind kind, final String id, final AxisSize size, final int halo) {
        return new TensorAxis(kind, id, size, List.of(), halo, 1, Optional.empty());
    }

    private static TensorAxis channels(final String... names) {
        return new TensorAxis(
                TensorAxis.Kind.CHANNEL,
                "channel",
                new AxisSize.Fixed(names.length),
                List.of(names),
                0,
                1,
                Optional.empty());
    }
}
