package io.github.unetfiji.network;

import io.github.unetfiji.setting.Setting;
import java.util.Locale;

/**
 * The floating-point format of the activations. Weights are float32 in a model file, in training and in memory, whatever the
 * precision: the network's program casts them before it computes with them.
 */
public enum Precision {
    /** 32 bits, on every device. */
    FLOAT32(4),
    /** 16 bits with the range of float32: less memory, and faster where the hardware computes with it. */
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

    /** The macro's word for it: {@code float32} or {@code bfloat16}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Memory of an activation in bytes. */
    public int bytes() {
        return bytes;
    }
}
