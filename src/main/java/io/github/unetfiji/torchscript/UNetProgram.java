package io.github.unetfiji.torchscript;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.stack.IntensityScale;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the U-Net of an {@link Architecture} as the text of a TorchScript class.
 *
 * <p>This text is the one definition of the network: libtorch runs it for inference and for
 * training, and PyTorch users load the same. Parameters are attributes named like in {@link
 * Parameters}, with {@code _} for the dot. Everything runs channels-last, which is what the
 * convolutions of CPUs and tensor cores prefer.
 */
public final class UNetProgram {

    /** Name of the module's class. */
    static final String CLASS_NAME = "UNet";

    /** What the {@code forward} of the program takes and gives. */
    public enum Form {
        /** (batch, channel, height, width) to logits, 2 halos smaller: what this program uses. */
        UNPADDED,
        /** Like UNPADDED, but the list of all activations in the order of {@link #activations}. */
        ACTIVATIONS,
        /**
         * Image to class probabilities of the same size, for every side that is a multiple of 2^depth and above
         * the halo: what others use.
         */
        SAME_SIZE
    }

    private static final String CHANNELS_LAST = "memory_format=2";
    private static final String BFLOAT16 = "15";
    private static final String FLOAT32 = "6";

    private final Architecture architecture;
    private final Precision precision;
    private final Form form;
    private final List<IntensityScale> scales;
    private final StringBuilder body = new StringBuilder();
    private final List<String> activations = new ArrayList<>();

    private UNetProgram(
            final Architecture architecture,
            final Precision precision,
            final Form form,
            final List<IntensityScale> scales) {
        this.architecture = architecture;
        this.precision = precision;
        this.form = form;
        this.scales = scales;
    }

    /** The text of the class. */
    public static String source(
            final Architecture architecture, final Precision precision, final Form form) {
        return new UNetProgram(architecture, precision, form, List.of()).write();
    }

    /**
     * The text of the class of the form {@link Form#SAME_SIZE}.
     *
     * @param scales of the intensities, one of each channel, which the program applies first; empty: none
     */
    public static String sameSize(
            final Architecture architecture, final List<IntensityScale> scales) {
        return new UNetProgram(architecture, Precision.FLOAT32, Form.SAME_SIZE, scales).write();
    }

    /** Names of the activations, such as {@code enc0.conv1} or {@code dec3.concat}, in order. */
    public static List<String> activations(final Architecture architecture) {
        final UNetProgram program =
                new UNetProgram(architecture, Precision.FLOAT32, Form.ACTIVATIONS, List.of());
        program.write();
        return program.activations;
    }

    /** The attribute that holds a parameter. */
    public static String attribute(final String parameter) {
        return parameter.replace('.', '_');
    }

    private String write() {
        writeForward();
        final StringBuilder text = new StringBuilder("class " + CLASS_NAME + "(Module):\n");
        final StringBuilder names = new StringBuilder();
        final StringBuilder types = new StringBuilder();
        for (final Architecture.Layer layer : architecture.layers()) {
            for (final String parameter : List.of(layer.weight(), layer.bias())) {
                names.append('"').append(attribute(parameter)).append("\", ");
                types.append("  ").append(attribute(parameter)).append(" : Tensor\n");
            }
        }
        text.append("  __parameters__ = [").append(names).append("]\n");
        text.append("  __buffers__ = []\n").append(types).append("  training : bool\n");
        final String result = form == Form.ACTIVATIONS ? "List[Tensor]" : "Tensor";
        text.append("  def forward(self: __torch__.").append(CLASS_NAME);
        text.append(",\n    x: Tensor) -> ").append(result).append(":\n").append(body);
        return text.toString();
    }

    private void writeForward() {
        if (form == Form.SAME_SIZE) {
            scaleIntensities();
            final int halo = architecture.tileGeometry().halo();
            final int far = halo + surplus();
            let("x", "torch.reflection_pad2d(x, [%1$d, %2$d, %1$d, %2$d])", halo, far);
        }
        let("x", "torch.contiguous(x, %s)", CHANNELS_LAST);
        if (precision == Precision.BFLOAT16) {
            let("x", "%s", cast("x"));
        }
        String x = "x";
        final int depth = architecture.depth();
        for (int level = 0; level <= depth; level++) {
            if (level > 0) {
                x = activation("enc" + (level - 1) + ".pool", "torch.max_pool2d(%s, [2, 2])", x);
            }
            x = contract(level, x);
        }
        for (int level = depth - 1; level >= 0; level--) {
            x = expand(level, x);
        }
        final String logits = activation("head", "torch.conv2d(%s, %s)", x, weights("head"));
        writeResult(logits);
    }

    /** NB: by numbers, not by a tensor of them, which would have to be on the device of the image. */
    private void scaleIntensities() {
        final List<String> channels = new ArrayList<>();
        for (int c = 0; c < scales.size(); c++) {
            final IntensityScale scale = scales.get(c);
            channels.add(
                    String.format(
                            Locale.ROOT,
                            "torch.mul(torch.sub(torch.slice(x, 1, %d, %d), %s), %s)",
                            c,
                            c + 1,
                            scale.offset(),
                            scale.factor()));
        }
        if (!channels.isEmpty()) {
            let("x", "torch.cat([%s], 1)", String.join(", ", channels));
        }
    }

    /**
     * Px by which the result is larger than an image whose sides are multiples of 2^depth: 4, or 0 at depths 1 and 2. They lie at
     * the right and at the bottom, so that the first pooling window begins where it begins in the tiles of this program.
     */
    private int surplus() {
        final TileGeometry geometry = architecture.tileGeometry();
        final int side = geometry.alignment() * geometry.smallestInput();
        return geometry.outputFor(geometry.inputFor(side)) - side;
    }

    private String contract(final int level, final String input) {
        String x = convolve("enc" + level + ".conv1", input);
        x = convolve("enc" + level + ".conv2", x);
        if (architecture.dropout() > 0 && level >= architecture.depth() - 1) {
            let(x, "torch.dropout(%s, %s, self.training)", x, architecture.dropout());
        }
        return x;
    }

    private String expand(final int level, final String input) {
        final String name = "dec" + level;
        final String up =
                activation(
                        name + ".up",
                        "torch.conv_transpose2d(%s, %s, [2, 2])",
                        input,
                        weights(name + ".up"));
        final int crop = architecture.skipCrop(level);
        final String skip = variable("enc" + level + ".conv2");
        final String cropped =
                String.format(
                        Locale.ROOT,
                        "torch.slice(torch.slice(%s, 2, %2$d, -%2$d), 3, %2$d, -%2$d)",
                        skip,
                        crop);
        final String both = activation(name + ".concat", "torch.cat([%s, %s], 1)", cropped, up);
        return convolve(name + ".conv2", convolve(name + ".conv1", both));
    }

    private String convolve(final String name, final String input) {
        return activation(name, "torch.relu_(torch.conv2d(%s, %s))", input, weights(name));
    }

    private void writeResult(final String logits) {
        final String result =
                precision == Precision.FLOAT32
                        ? logits
                        : String.format(
                                Locale.ROOT, "torch.to(%s, %s, False, False)", logits, FLOAT32);
        switch (form) {
            case UNPADDED -> line("return %s", result);
            case SAME_SIZE -> line("return torch.softmax(%s, 1)", withoutSurplus(result));
            case ACTIVATIONS -> {
                final List<String> variables =
                        activations.stream().map(UNetProgram::variable).toList();
                line("return [%s]", String.join(", ", variables));
            }
        }
    }

    private String withoutSurplus(final String logits) {
        return surplus() == 0
                ? logits
                : String.format(
                        Locale.ROOT,
                        "torch.slice(torch.slice(%1$s, 2, 0, -%2$d), 3, 0, -%2$d)",
                        logits,
                        surplus());
    }

    private String weights(final String layer) {
        return cast("self." + attribute(layer + ".weight"))
                + ", "
                + cast("self." + attribute(layer + ".bias"));
    }

    private String cast(final String expression) {
        return precision == Precision.FLOAT32
                ? expression
                : String.format(
                        Locale.ROOT, "torch.to(%s, %s, False, False)", expression, BFLOAT16);
    }

    private String activation(final String name, final String expression, final Object... args) {
        activations.add(name);
        let(variable(name), expression, args);
        return variable(name);
    }

    private static String variable(final String activation) {
        return attribute(activation);
    }

    private void let(final String variable, final String expression, final Object... args) {
        line(variable + " = " + expression, args);
    }

    private void line(final String text, final Object... args) {
        body.append("    ").append(String.format(Locale.ROOT, text, args)).append('\n');
    }
}
