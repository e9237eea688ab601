package io.github.unetfiji.network;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.setting.Setting;
import java.util.Locale;

/**
 * The numbers that the network computes with. The weights are float32 in every case: the program
 * casts them (DESIGN, decision 4).
 */
public enum Precision {
    FLOAT32(4),
    BFLOAT16(2);

    /** The precision as a user chooses it. */
    public static final Setting<String> SETTING =
            Setting.word("precision", "auto", "float32", "bfloat16")
                    .shown("auto", "automatic")
                    .shown("float32", "32 bits")
                    .shown("bfloat16", "16 bits, faster");

    private final int bytes;

    Precision(final int bytes) {
        this.bytes = bytes;
    }

    /** The macro's word for it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Memory of an activation in bytes. */
    public int bytes() {
        return bytes;
    }

    /**
     * The precision as the user names it.
     *
     * @param key auto (bfloat16 on a GPU, float32 on the processor), float32 or bfloat16
     * @throws UNetException if it is something else
     */
    public static Precision of(final String key, final ComputeDevice device) {
        return switch (key) {
            case "auto" -> device.isGpu() ? BFLOAT16 : FLOAT32;
            case "float32" -> FLOAT32;
            case "bfloat16" -> BFLOAT16;
            default ->
                    throw new UNetException(
                            "Precision is '" + key + "', but must be auto, float32 or bfloat16.");
        };
    }
}
