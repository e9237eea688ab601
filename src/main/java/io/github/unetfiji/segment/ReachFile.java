package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.Sha256;
import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.model.ImportedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code NAME-reach.yaml} beside a model, which keeps how far a pixel reaches, since measuring it takes seconds. It
 * belongs to one program, whose checksum it holds.
 *
 * @param path of the file
 * @param program checksum of the program
 */
record ReachFile(Path path, String program) {

    private static final Logger LOG = LoggerFactory.getLogger(ReachFile.class);

    private static final String PROGRAM = "program_sha256";
    private static final String X = "x";
    private static final String Y = "y";

    /** NB: a file of ours has less than 200 bytes. */
    private static final long LARGEST = 4096;

    private static final int FARTHEST = 1 << 20;

    /** The file of a model. */
    static ReachFile of(final ImportedModel model) {
        final String name = model.file().toAbsolutePath().normalize().getFileName().toString();
        final String base = name.endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
        return new ReachFile(
                model.file().toAbsolutePath().normalize().resolveSibling(base + "-reach.yaml"),
                Sha256.hex(model.program().archive()));
    }

    /** What was kept, along x and y; an empty number where a pixel reaches as far as can be measured; empty if nothing was. */
    List<OptionalInt> read() {
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(path) > LARGEST) {
                return List.of();
            }
            final Map<?, ?> kept = YamlMap.parse(Files.readAllBytes(path), path.toString()).map();
            return program.equals(kept.get(PROGRAM)) && kept.containsKey(X) && kept.containsKey(Y)
                    ? List.of(number(kept.get(X)), number(kept.get(Y)))
                    : List.of();
        } catch (final IOException | UNetException e) {
            // NB: it is measured again.
            LOG.debug("The file {} cannot be read.", path, e);
            return List.of();
        }
    }

    private static OptionalInt number(final Object value) {
        return value instanceof Integer px && px >= 0 && px <= FARTHEST
                ? OptionalInt.of(px)
                : OptionalInt.empty();
    }

    /** Keeps what was measured, if the folder can be written; says whether it could. */
    boolean write(final List<OptionalInt> reach) {
        // NB: who made the folder may have made it a link to a file that is dear to somebody.
        if (Files.isSymbolicLink(path)) {
            return false;
        }
        final Map<String, Object> kept = new LinkedHashMap<>();
        kept.put(PROGRAM, program);
        kept.put(X, word(reach.get(0)));
        kept.put(Y, word(reach.get(1)));
        try {
            AtomicFile.write(path, file -> Files.writeString(file, YamlMap.text(kept)));
            return true;
        } catch (final UNetException e) {
            // NB: harmless: it is measured again the next time.
            LOG.debug("The file {} cannot be written.", path, e);
            return false;
        }
    }

    private static Object word(final OptionalInt px) {
        return px.isPresent() ? (Object) px.getAsInt() : "unbounded";
    }
}
