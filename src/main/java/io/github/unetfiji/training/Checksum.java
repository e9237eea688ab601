package io.github.unetfiji.training;

import io.github.unetfiji.file.Sha256;
import io.github.unetfiji.network.Parameters;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** SHA-256 of numbers, to tell data and models apart. */
final class Checksum {

    private static final int CHUNK = 1 << 14;

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES);

    /** The checksum of all parameters of a network. */
    static String of(final Parameters parameters) {
        final Checksum checksum = new Checksum();
        parameters.names().forEach(name -> checksum.add(parameters.get(name).values()));
        return checksum.hex();
    }

    void add(final float[] values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            final int count = Math.min(CHUNK, values.length - from);
            buffer.clear();
            buffer.asFloatBuffer().put(values, from, count);
            digest.update(buffer.limit(count * Float.BYTES));
        }
    }

    void add(final int[] values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            final int count = Math.min(CHUNK, values.length - from);
            buffer.clear();
            buffer.asIntBuffer().put(values, from, count);
            digest.update(buffer.limit(count * Integer.BYTES));
        }
    }

    /** The checksum of all that was added, as 64 hexadecimal digits; ends the use of this object. */
    String hex() {
        return Sha256.hex(digest);
    }
}
