package io.github.unetfiji.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums by SHA-256, as 64 hexadecimal digits. */
public final class Sha256 {

    private Sha256() {}

    /** A digest that takes bytes part by part. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The checksum of the bytes that a digest took; the digest begins anew. */
    public static String hex(final MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The checksum of bytes. */
    public static String hex(final byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }
}
