package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.FileLocks;
import io.github.unetfiji.network.Parameters;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a training, so that it is never lost: beside the model {@code cells.zip} the state {@code cells.state} while
 * the training is not complete, and the curves {@code cells-history.csv}. Each is written whole or not at all. While a training
 * runs, {@code cells.lock} keeps others away; the system frees it even if the program is killed.
 */
final class RunFiles implements AutoCloseable {

    private final Path model;
    private final Path state;
    private final Path history;
    private final Path lockFile;
    private final FileChannel channel;
    private int writtenIteration;
    private boolean ours;

    private RunFiles(final Path model, final FileChannel channel) {
        this.model = model;
        this.channel = channel;
        state = state(model);
        history = beside(model, "-history.csv");
        lockFile = beside(model, ".lock");
    }

    /**
     * Takes the files of a model for a training, and removes what killed ones left beside them.
     *
     * @throws UNetException if they cannot be written, or another training writes them
     */
    static RunFiles open(final Path model) {
        AtomicFile.checkWritable(model);
        final Path lockFile = beside(model, ".lock");
        try {
            final FileChannel channel =
                    FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!FileLocks.take(channel)) {
                channel.close();
                throw new UNetException(
                        "Another training writes the model "
                                + model
                                + " now: wait until it ends, or name another file.");
            }
            final RunFiles files = new RunFiles(model, channel);
            files.removeLeftovers();
            return files;
        } catch (final IOException e) {
            throw new UNetException(
                    "Cannot write " + lockFile + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    /** NB: whoever else may write a model, such as its tuning, holds a lock on what it writes. */
    private void removeLeftovers() {
        try {
            for (final Path file : List.of(model, state, history)) {
                AtomicFile.prepare(file);
            }
        } catch (final UNetException e) {
            close();
            throw e;
        }
    }

    private static Path beside(final Path model, final String ending) {
        final String name = model.getFileName().toString();
        final int dot = name.lastIndexOf('.');
        return model.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    /** The file of the state of a model. */
    static Path state(final Path model) {
        return beside(model, ".state");
    }

    /** The files that an earlier training left here. */
    EarlierTraining earlier() {
        return new EarlierTraining(model);
    }

    /** Whether an earlier training left a state to go on from. */
    boolean hasState() {
        return Files.exists(state);
    }

    /**
     * Reads the state. The model file, if there is one, is from now on that of this training.
     *
     * @param first parameters that the training began with
     * @throws UNetException as {@link TrainingStateFile#read}
     */
    TrainingState resume(final Map<String, Object> identity, final Parameters first) {
        final TrainingState resumed = TrainingStateFile.read(state, identity, first);
        ours = true;
        return resumed;
    }

    /**
     * Saves the model, if there is a better one, the curves, and the state.
     *
     * @throws UNetException if a file cannot be written; those of before are still there
     */
    void save(final TrainingState now, final ModelMaker models) {
        writeModel(now, models);
        writeHistory(now.statistics().history());
        TrainingStateFile.write(now, models.identity(), state);
    }

    private void writeModel(final TrainingState now, final ModelMaker models) {
        final TrainingStatistics.Best best = now.statistics().best();
        if (best != null && best.iteration() != writtenIteration && mayReplace(best)) {
            models.model(now.statistics(), now.seconds(), Optional.empty()).write(model);
            writtenIteration = best.iteration();
            ours = true;
        }
    }

    /** NB: the model of an earlier training gives way only to one that was validated, or is finished. */
    private boolean mayReplace(final TrainingStatistics.Best best) {
        return ours || best.isValidated() || Files.notExists(model);
    }

    private void writeHistory(final TrainingHistory rows) {
        AtomicFile.write(history, file -> Files.writeString(file, rows.toCsv()));
    }

    /**
     * Writes the finished model.
     *
     * @throws UNetException if it cannot be written; then it is in the folder for temporary files, and the message says where
     */
    void finish(final TrainedModel finished, final TrainingHistory rows) {
        try {
            finished.write(model);
            writeHistory(rows);
        } catch (final UNetException e) {
            throw new UNetException(e.getMessage() + " " + rescue(finished), e);
        }
    }

    private String rescue(final TrainedModel finished) {
        try {
            final Path rescued = Files.createTempFile("rescued-", "-" + model.getFileName());
            finished.write(rescued);
            return "The trained model was written to " + rescued + " instead.";
        } catch (final IOException e) {
            return "Nor can the trained model be written among the temporary files: "
                    + AtomicFile.reason(e)
                    + ".";
        } catch (final UNetException e) {
            return "Nor can the trained model be written among the temporary files: "
                    + e.getMessage();
        }
    }

    /** Removes the state of a training that is complete. */
    void forgetState() {
        delete(state);
    }

    private static void delete(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            // NB: a file too many does no harm, and Windows may hold it for a moment.
            file.toFile().deleteOnExit();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new UNetException(
                    "Cannot free " + lockFile + ": " + AtomicFile.reason(e) + ".", e);
        } finally {
            delete(lockFile);
        }
    }
}
