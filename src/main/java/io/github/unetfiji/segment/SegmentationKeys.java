package io.github.unetfiji.segment;

import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.setting.Range;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.text.MacroWord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of a segmentation, each declared once. {@link SegmentationOptions.Builder#with} takes their values. 0 and {@code auto}
 * leave a value to the model, or to the plan.
 *
 * <p>A new setting is a constant here and its place in {@link #ALL}, a line in {@link SegmentationOptions.Builder#with}, a field of
 * that name in the segmenting commands, and a line in docs/commands.md.
 */
public final class SegmentationKeys {

    /** How much deeper than their neck the parts of an object can have to be, px. */
    static final Range HEIGHTS = Range.ALL.above(0);

    private static final String AUTO = "auto";

    /** Whether images are resampled to the model's pixel size. */
    public static final Setting<Scaling> SCALE =
            Setting.choice("scale", Scaling.AUTO)
                    .shown("auto", "if sizes are known")
                    .shown("off", "no");

    /** Over which versions of a slice the probabilities are averaged. */
    public static final Setting<Averaging> AVERAGING =
            Setting.choice("averaging", Averaging.NONE)
                    .shown("none", "nothing")
                    .shown("rotations", "4 directions")
                    .shown("dihedral", "8 with mirror images");

    /** Pixels of classes and objects are not background with a larger probability; 0 = the model's. */
    public static final Setting<Double> THRESHOLD =
            Setting.number("threshold", 0).named("The threshold").atLeast(0).atMost(1);

    /** How objects that touch are divided: a {@link Split}, or {@code auto} = the model's. */
    public static final Setting<String> SPLIT =
            Setting.word(
                            "split",
                            Stream.concat(
                                            Stream.of(AUTO),
                                            Arrays.stream(Split.values()).map(MacroWord::of))
                                    .toArray(String[]::new))
                    .shown(AUTO, "as tuned")
                    .shown("none", "no")
                    .shown("watershed", "at their necks");

    /** How much deeper than their neck the parts of an object must be, px of the image; 0 = the model's. */
    public static final Setting<Double> HEIGHT =
            Setting.number("height", 0).within(HEIGHTS.withZero()).named("The height").in("px");

    /** Pixels of the image that an object must have in a slice; 0 = the model's. */
    public static final Setting<Integer> SMALLEST =
            Setting.whole("smallest", 0).named("The smallest object").atLeast(0).in("px");

    /** Whether an object keeps its id from slice to slice. */
    public static final Setting<Boolean> LINK = Setting.flag("link", false);

    /** Input side of the network's tiles in px, a valid size of the network; 0 = planned by the free memory. */
    public static final Setting<Integer> TILE = Setting.whole("tile", 0).atLeast(0);

    /** Whether a package of another program is used that does not reproduce its own test output. */
    public static final Setting<Boolean> TRUST = Setting.flag("trust", false);

    /** All settings that a segmenting command may ask for. */
    public static final List<Setting<?>> ALL =
            List.of(
                    SCALE,
                    AVERAGING,
                    THRESHOLD,
                    SPLIT,
                    HEIGHT,
                    SMALLEST,
                    LINK,
                    TILE,
                    TRUST,
                    ComputeDevice.SETTING,
                    Precision.SETTING);

    private SegmentationKeys() {}
}
