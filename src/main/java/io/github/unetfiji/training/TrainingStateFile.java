package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.BoundedZipStream;
import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A {@link TrainingState} in a file: a zip of {@code state.yaml} and of the tensors, each its float32
 * values, little-endian, under {@code parameters/}, {@code best/}, {@code moments/} and {@code average/}.
 */
final class TrainingStateFile {

    private static final int VERSION = 2;

    /** NB: it took the smallest loss for the best, and knew no IoU over thresholds. */
    private static final int FIRST_VERSION = 1;

    private static final int PIECE = 1 << 14;

    private static final String DESCRIPTION = "state.yaml";
    private static final String PARAMETERS = "parameters/";
    private static final String BEST = "best/";
    private static final String MOMENTS = "moments/";
    private static final String AVERAGE = "average/";

    private TrainingStateFile() {}

    /**
     * Writes a state; an existing file is replaced when the new one is complete.
     *
     * @param identity settings and data of the training
     * @throws UNetException if it cannot be written
     */
    static void write(
            final TrainingState state, final Map<String, Object> identity, final Path file) {
        AtomicFile.write(file, temporary -> writeZip(state, identity, temporary));
    }

    private static void writeZip(
            final TrainingState state, final Map<String, Object> identity, final Path file)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            put(
                    zip,
                    DESCRIPTION,
                    YamlMap.text(map(state, identity)).getBytes(StandardCharsets.UTF_8));
            put(zip, PARAMETERS, state.parameters());
            if (state.statistics().best() != null) {
                put(zip, BEST, state.statistics().best().parameters());
            }
            put(zip, MOMENTS, state.moments());
            put(zip, AVERAGE, state.average());
        }
    }

    private static Map<String, Object> map(
            final TrainingState state, final Map<String, Object> identity) {
        final TrainingStatistics statistics = state.statistics();
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", VERSION);
        map.put("patch", state.patch());
        map.put("seconds", state.seconds());
        map.put("iteration", statistics.iteration());
        map.put("loss_sum", statistics.losses().sum());
        map.put("loss_count", statistics.losses().count());
        map.put("loss_recent", statistics.losses().recent());
        map.put("stale", statistics.stale());
        map.put("plateaus", statistics.plateaus());
        map.put("folded", statistics.folded());
        if (statistics.best() != null) {
            map.put("best_iteration", statistics.best().iteration());
            map.put("best_mean_iou", statistics.best().meanIou());
        }
        map.put("lowest_loss", statistics.lowestLoss());
        map.put("history", statistics.history().toCsv());
        map.put("identity", identity);
        return map;
    }

    private static void put(
            final ZipOutputStream zip, final String folder, final Parameters parameters)
            throws IOException {
        for (final String name : parameters.names()) {
            put(zip, folder + name, parameters.get(name));
        }
    }

    private static void put(
            final ZipOutputStream zip, final String folder, final Map<String, Tensor> tensors)
            throws IOException {
        for (final Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            put(zip, folder + entry.getKey(), entry.getValue());
        }
    }

    private static void put(final ZipOutputStream zip, final String name, final byte[] bytes)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** NB: in small pieces, so that saving again and again does not blow up Java's memory. */
    private static void put(final ZipOutputStream zip, final String name, final Tensor tensor)
            throws IOException {
        final float[] values = tensor.values();
        final ByteBuffer piece =
                ByteBuffer.allocate(Float.BYTES * PIECE).order(ByteOrder.LITTLE_ENDIAN);
        zip.putNextEntry(new ZipEntry(name));
        for (int from = 0; from < values.length; from += PIECE) {
            final int count = Math.min(PIECE, values.length - from);
            piece.asFloatBuffer().put(values, from, count);
            zip.write(piece.array(), 0, Float.BYTES * count);
        }
        zip.closeEntry();
    }

    /**
     * Reads the state of a training.
     *
     * @param identity settings and data of the training
     * @param first parameters that the training began with: the names and the shapes
     * @throws UNetException if the file is no complete state, or that of another training; then it
     *     says what differs
     */
    static TrainingState read(
            final Path file, final Map<String, Object> identity, final Parameters first) {
        final Map<String, byte[]> entries = entries(file);
        final YamlMap yaml = description(file, entries);
        TrainingIdentity.checkSame(file, yaml.at("identity").map(), identity);
        try {
            final Map<String, Tensor> shapes = tensors(entries, PARAMETERS, first);
            final Parameters parameters = first.like(shapes);
            return new TrainingState(
                    yaml.integer("patch"),
                    yaml.number("seconds"),
                    statistics(yaml, entries, parameters),
                    parameters,
                    moments(entries, parameters),
                    tensors(entries, AVERAGE, parameters));
        } catch (final UNetException e) {
            throw damaged(file, e);
        }
    }

    private static TrainingStatistics statistics(
            final YamlMap yaml, final Map<String, byte[]> entries, final Parameters parameters) {
        final TrainingHistory history = TrainingHistory.parse(yaml.text("history"));
        final boolean first = yaml.integer("version") == FIRST_VERSION;
        TrainingStatistics.Best best = null;
        if (yaml.map().containsKey("best_iteration")) {
            best =
                    new TrainingStatistics.Best(
                            yaml.integer("best_iteration"),
                            first
                                    ? meanIou(history, yaml.integer("best_iteration"))
                                    : yaml.number("best_mean_iou"),
                            parameters.like(tensors(entries, BEST, parameters)));
        }
        return new TrainingStatistics(
                yaml.integer("iteration"),
                history,
                new LossMean(
                        yaml.number("loss_sum"),
                        yaml.integer("loss_count"),
                        yaml.number("loss_recent")),
                best,
                first ? lowestLoss(history) : yaml.number("lowest_loss"),
                yaml.integer("stale"),
                yaml.integer("plateaus"),
                yaml.integer("folded"));
    }

    private static double meanIou(final TrainingHistory history, final int iteration) {
        return history.rows().stream()
                .filter(row -> row.iteration() == iteration && row.validation() != null)
                .mapToDouble(row -> row.validation().meanIou())
                .findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static double lowestLoss(final TrainingHistory history) {
        return history.rows().stream()
                .filter(row -> row.validation() != null)
                .mapToDouble(row -> row.validation().loss())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The tensors of a folder, with the shapes of parameters of the same names. */
    private static Map<String, Tensor> tensors(
            final Map<String, byte[]> entries, final String folder, final Parameters shapes) {
        final Map<String, Tensor> tensors = new HashMap<>();
        for (final String name : shapes.names()) {
            final byte[] bytes = entries.get(folder + name);
            if (bytes != null) {
                tensors.put(name, tensor(name, bytes, shapes.get(name)));
            }
        }
        return tensors;
    }

    private static Map<String, Tensor> moments(
            final Map<String, byte[]> entries, final Parameters shapes) {
        final Map<String, Tensor> moments = new HashMap<>();
        entries.forEach(
                (entry, bytes) -> {
                    if (entry.startsWith(MOMENTS)) {
                        final String name = entry.substring(MOMENTS.length());
                        final String parameter = name.substring(name.indexOf('/') + 1);
                        if (!shapes.names().contains(parameter)) {
                            throw new UNetException("it holds " + entry + ", which is unknown.");
                        }
                        moments.put(name, tensor(parameter, bytes, shapes.get(parameter)));
                    }
                });
        return moments;
    }

    private static Tensor tensor(final String name, final byte[] bytes, final Tensor like) {
        if (bytes.length != Float.BYTES * like.values().length) {
            throw new UNetException("it holds another number of values of " + name + ".");
        }
        final float[] values = new float[like.values().length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Tensor(like.shape(), values);
    }

    private static Map<String, byte[]> entries(final Path file) {
        final Map<String, byte[]> entries = new HashMap<>();
        try (BoundedZipStream zip = BoundedZipStream.openStored(file)) {
            for (Optional<BoundedZipStream.Entry> next = zip.next(name -> true);
                    next.isPresent();
                    next = zip.next(name -> true)) {
                entries.put(next.get().path(), next.get().bytes());
            }
            return entries;
        } catch (final IOException e) {
            throw damaged(file, e);
        }
    }

    private static YamlMap description(final Path file, final Map<String, byte[]> entries) {
        final byte[] bytes = entries.get(DESCRIPTION);
        if (bytes == null) {
            throw damaged(file, null);
        }
        final YamlMap yaml = YamlMap.parse(bytes, DESCRIPTION);
        final int version = yaml.integer("version");
        if (version < FIRST_VERSION || version > VERSION) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The training state %s has version %d, but this program reads up to %d:"
                                    + " go on with the program that wrote it.",
                            file,
                            version,
                            VERSION));
        }
        return yaml;
    }

    private static UNetException damaged(final Path file, final Exception cause) {
        final String reason = cause == null ? "it is incomplete" : cause.getMessage();
        return new UNetException(
                "The training state "
                        + file
                        + " cannot be used ("
                        + reason
                        + "): begin anew by \"overwrite\" instead of \"resume\".",
                cause);
    }
}
