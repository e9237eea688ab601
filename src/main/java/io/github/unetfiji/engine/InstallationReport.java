package io.github.unetfiji.engine;

import com.sun.management.OperatingSystemMXBean;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.text.Counted;
import io.github.unetfiji.text.MemorySize;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/**
 * The installed programs and devices and their speed, in lines for people. Making the report never fails: a check that fails becomes a line
 * that says what to do.
 *
 * <p>Speeds are measured by one inference of a U-Net: a small one on the processor, that of the paper on a GPU. Takes a few seconds.
 */
public final class InstallationReport {

    private static final Architecture ON_PROCESSOR = Architecture.of(4, 16, 1, 2);
    private static final int TILE_ON_PROCESSOR = 252;
    private static final Architecture ON_GPU = Architecture.of(4, 64, 1, 2);
    private static final int TILE_ON_GPU = 572;

    private static final String REINSTALL =
            "Install the plugin again with all jars of its bundle, also the pytorch-native one for this"
                    + " system; the first start may need to write to the folder .djl.ai of your home.";
    private static final String CUDA_BUILD =
            "To use it, set PYTORCH_LIBRARY_PATH to a libtorch for CUDA (see the section on GPUs of"
                    + " docs/commands.md) and start again, or go on with the processor.";

    private final List<InstallationCheck.Outcome> outcomes = new ArrayList<>();

    private InstallationReport() {}

    /**
     * Checks everything.
     *
     * @param versions of the programs around, by name
     */
    public static String of(final Map<String, String> versions) {
        final InstallationReport report = new InstallationReport();
        versions.forEach((name, version) -> report.check(name, () -> version, ""));
        report.machine();
        if (report.engine()) {
            report.processor();
            report.gpus();
            report.check("auto", InstallationReport::automatic, REINSTALL);
        }
        return report.text();
    }

    private void machine() {
        check("java", InstallationReport::java, "Use the Java 17 or newer that comes with Fiji.");
        check("system", () -> property("os.name") + " " + property("os.arch"), "");
        check("memory", InstallationReport::memory, "");
    }

    private boolean engine() {
        check("engine", EngineFacts::versions, REINSTALL);
        if (!outcomes.get(outcomes.size() - 1).passed()) {
            return false;
        }
        check("libtorch from", EngineFacts::folder, REINSTALL);
        return true;
    }

    private void processor() {
        check("processor", () -> Counted.of(EngineFacts.threads(), "thread"), REINSTALL);
        speeds("processor", ComputeDevice.CPU, ON_PROCESSOR, TILE_ON_PROCESSOR, REINSTALL);
    }

    private void gpus() {
        final List<String> names = EngineFacts.gpuNames();
        final int count = usable();
        if (count == 0) {
            check("GPU", () -> none(names), CUDA_BUILD);
        }
        for (int i = 0; i < count; i++) {
            final ComputeDevice gpu = new ComputeDevice(i);
            final String name = i < names.size() ? names.get(i) : "a GPU without a name";
            final String remedy =
                    "Update the NVIDIA driver, free memory that other programs hold on the card, or"
                            + " use device=cpu.";
            check(gpu.toString(), () -> name + ", " + EngineFacts.cuda(gpu), remedy);
            check(gpu + " memory", () -> free(gpu), remedy);
            for (final Precision precision : Precision.values()) {
                check(gpu + " result in " + precision.key(), () -> right(gpu, precision), remedy);
            }
            speeds(gpu.toString(), gpu, ON_GPU, TILE_ON_GPU, remedy);
        }
    }

    private int usable() {
        try {
            return EngineFacts.hasCuda() ? EngineFacts.gpuCount() : 0;
        } catch (final RuntimeException | LinkageError e) {
            check("CUDA", () -> rethrow(e), CUDA_BUILD);
            return 0;
        }
    }

    private static String rethrow(final Throwable failure) {
        throw new UNetException(InstallationCheck.reason(failure), failure);
    }

    private static String none(final List<String> names) {
        if (names.isEmpty()) {
            return "none (no NVIDIA driver answers): the processor is used";
        }
        throw new UNetException(
                "the driver knows "
                        + String.join("; ", names)
                        + ", but this libtorch cannot use it");
    }

    private void speeds(
            final String name,
            final ComputeDevice device,
            final Architecture architecture,
            final int tile,
            final String remedy) {
        final List<SmokeInference.Speed> speeds = new ArrayList<>();
        for (final Precision precision : Precision.values()) {
            check(
                    name + " in " + precision.key(),
                    () -> {
                        final SmokeInference.Speed speed =
                                SmokeInference.measure(architecture, tile, device, precision);
                        speeds.add(speed);
                        return speed.toString();
                    },
                    remedy);
        }
        if (speeds.size() == Precision.values().length) {
            check(name + " bfloat16", () -> verdict(speeds.get(0), speeds.get(1)), "");
        }
    }

    private static String verdict(
            final SmokeInference.Speed float32, final SmokeInference.Speed bfloat16) {
        final double ratio = float32.milliseconds() / bfloat16.milliseconds();
        return String.format(
                Locale.ROOT,
                "%.2g times as fast as float32: %s",
                ratio,
                ratio > 1.1
                        ? "the hardware computes with it (such as AMX, or tensor cores), so"
                                + " 16 bits (bfloat16) pay"
                        : "it gains nothing here, so use 32 bits (float32)");
    }

    private static String right(final ComputeDevice device, final Precision precision) {
        SmokeInference.check(device, precision);
        return "as on the processor";
    }

    private static String automatic() {
        final DeviceChoice choice = DeviceChoice.of("auto");
        return choice.device() + ", because " + choice.reason();
    }

    private static String java() {
        return property("java.version") + " of " + property("java.vendor");
    }

    private static String property(final String name) {
        return System.getProperty(name, "unknown");
    }

    private static String memory() {
        final OptionalLong free = DeviceMemory.free(ComputeDevice.CPU);
        final OperatingSystemMXBean machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return (free.isPresent() ? MemorySize.about(free.getAsLong()) : "an unknown amount")
                + " free of "
                + MemorySize.about(machine.getTotalMemorySize())
                + "; Java may take "
                + MemorySize.about(Runtime.getRuntime().maxMemory())
                + " of it for images";
    }

    private static String free(final ComputeDevice gpu) {
        final OptionalLong free = DeviceMemory.of(gpu);
        return free.isPresent() ? MemorySize.about(free.getAsLong()) + " free" : "unknown";
    }

    private void check(final String name, final Callable<String> fact, final String remedy) {
        outcomes.add(new InstallationCheck(name, fact, remedy).run());
    }

    private String text() {
        final StringBuilder text = new StringBuilder();
        outcomes.forEach(outcome -> text.append(outcome.line()).append('\n'));
        final long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        return text.append(
                        failed == 0
                                ? "Everything that was checked works."
                                : Counted.of(failed, "check")
                                        + " FAILED: the lines above say what to do.")
                .toString();
    }
}
