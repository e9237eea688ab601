package io.github.unetfiji.engine;

import ai.djl.Device;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.setting.Setting;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a network computes.
 *
 * @param gpu index of the CUDA device, or -1 for the processor
 */
public record ComputeDevice(int gpu) {

    /** The device as a user chooses it: {@code auto}, {@code cpu}, {@code gpu0}, .. */
    public static final Setting<String> SETTING = Setting.text("device", "auto");

    /** The processor. */
    public static final ComputeDevice CPU = new ComputeDevice(-1);

    private static final Pattern GPU = Pattern.compile("gpu(\\d{1,3})");

    /**
     * The device that a user names.
     *
     * @param choice {@code auto} (a GPU if one works, otherwise the processor), {@code cpu}, {@code
     *     gpu0}, {@code gpu1}, ..
     * @throws UNetException if there is no such device, or the engine cannot be loaded
     */
    public static ComputeDevice of(final String choice) {
        final Matcher matcher = GPU.matcher(choice);
        if (matcher.matches()) {
            return gpu(Integer.parseInt(matcher.group(1)));
        }
        return switch (choice) {
            case "auto" -> DeviceChoice.of(choice).device();
            case "cpu" -> CPU;
            default ->
                    throw new UNetException(
                            "Device is '"
                                    + choice
                                    + "', but must be auto, cpu, or a GPU such as gpu0.");
        };
    }

    private static ComputeDevice gpu(final int index) {
        final int count = EngineStart.engine().getGpuCount();
        if (index >= count) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "Device is 'gpu%d', but the engine sees %s: use auto or cpu.",
                            index,
                            count == 0 ? "no GPU here" : "only " + count + " GPU(s)"));
        }
        return new ComputeDevice(index);
    }

    Device device() {
        return gpu < 0 ? Device.cpu() : Device.gpu(gpu);
    }

    /** Whether this is a CUDA device. */
    public boolean isGpu() {
        return gpu >= 0;
    }

    /** For people: {@code the processor}, {@code gpu0}. */
    public String words() {
        return isGpu() ? toString() : "the processor";
    }

    @Override
    public String toString() {
        return gpu < 0 ? "cpu" : "gpu" + gpu;
    }
}
