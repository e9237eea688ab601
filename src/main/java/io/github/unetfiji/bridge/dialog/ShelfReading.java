package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.KnownModels;
import io.github.unetfiji.model.ModelShelf;
import io.github.unetfiji.model.ShelfEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.SwingWorker;

/**
 * Reads the descriptions of all models that a dialog lists, in the background: first those used last, then those of each folder.
 * Lines are told as they come, so that a slow folder keeps nobody waiting.
 */
final class ShelfReading extends SwingWorker<String, ModelRow> {

    /** NB: dialogs share what they have read; no result depends on it. */
    private static final KnownModels KNOWN = new KnownModels();

    private final List<Path> used;
    private final List<Path> folders;
    private final Consumer<List<ModelRow>> found;
    private final Consumer<String> done;
    private final Set<Path> listed = new HashSet<>();

    /**
     * A reading, not yet begun.
     *
     * @param used models used last
     * @param found gets lines, in the event dispatch thread
     * @param done gets a line for each folder, in the same thread
     */
    ShelfReading(
            final List<Path> used,
            final List<Path> folders,
            final Consumer<List<ModelRow>> found,
            final Consumer<String> done) {
        this.used = used;
        this.folders = folders;
        this.found = found;
        this.done = done;
    }

    /** What a model wants and gives; empty if a path is no model. May take its time. */
    static Optional<ShelfEntry> describe(final Path model) {
        return KNOWN.read(model.toAbsolutePath().normalize());
    }

    @Override
    protected String doInBackground() {
        used.forEach(path -> read(path, "used last", 0));
        final List<String> lines = new ArrayList<>();
        for (final Path folder : folders) {
            lines.add("Listed: " + folder + remark(folder, lines.size() + 1));
        }
        return String.join("\n", lines);
    }

    /** Reads a folder; says what is to be said of it. */
    private String remark(final Path folder, final int rank) {
        try {
            final List<Path> paths = ModelShelf.of(folder, KNOWN).paths();
            paths.forEach(path -> read(path, String.valueOf(folder.getFileName()), rank));
            return paths.isEmpty() && !Files.isDirectory(folder) ? " (not there yet)" : "";
        } catch (final UNetException unreadable) {
            return ": " + unreadable.getMessage();
        }
    }

    private void read(final Path path, final String place, final int rank) {
        if (!isCancelled() && listed.add(path)) {
            describe(path).ifPresent(entry -> publish(new ModelRow(entry, place, rank)));
        }
    }

    @Override
    protected void process(final List<ModelRow> rows) {
        if (!isCancelled()) {
            found.accept(rows);
        }
    }

    @Override
    protected void done() {
        if (!isCancelled()) {
            done.accept(lines());
        }
    }

    private String lines() {
        try {
            return get();
        } catch (final ExecutionException e) {
            return "The models cannot be listed: " + e.getCause() + ".";
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
