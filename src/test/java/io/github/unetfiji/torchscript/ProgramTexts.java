package io.github.unetfiji.torchscript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of programs that a test writes as text. */
public final class ProgramTexts {

    private ProgramTexts() {}

    /** A program whose forward is these lines, with x as its input. */
    public static byte[] forward(final String... lines) {
        return module("", lines);
    }

    /** The same, with other members of its class, and functions after it. */
    public static byte[] module(final String others, final String... lines) {
        final StringBuilder text =
                new StringBuilder(
                        "class M(Module):\n"
                                + "  __parameters__ = []\n"
                                + "  __buffers__ = []\n"
                                + "  training : bool\n"
                                + "  def forward(self: __torch__.M,\n"
                                + "    x: Tensor) -> Tensor:\n");
        for (final String line : lines) {
            text.append("    ").append(line).append('\n');
        }
        return archive(text + others);
    }

    /** A program of this text, whose module is {@code __torch__.M}. */
    public static byte[] archive(final String text) {
        return zip(files(text));
    }

    static Map<String, byte[]> files(final String text) {
        final Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "archive/data.pkl",
                latin("\u0080\u0002c__torch__\nM\n)\u0081}(X\u0008\0\0\0training\u0089ub."));
        files.put("archive/code/__torch__.py", text.getBytes(StandardCharsets.UTF_8));
        files.put("archive/constants.pkl", latin("\u0080\u0002)."));
        files.put("archive/version", latin("3\n"));
        return files;
    }

    static byte[] latin(final String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] zip(final Map<String, byte[]> files) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
