package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model as a list shows it, by its description alone: no program of it was run, and its weights were not read. So a model
 * without a problem here may still be refused when it is read whole. Texts are fit to be shown.
 *
 * @param path of its zip or folder
 * @param name as its description says; the name of the file if it cannot be read
 * @param wants what images it takes, such as {@code gray, 4x4 nm pixels}; empty if there is a problem
 * @param gives what its result is, such as {@code background, cell}; empty if there is a problem
 * @param problem why it cannot be used; a sentence
 */
public record ShelfEntry(
        Path path, String name, String wants, String gives, Optional<String> problem) {

    public ShelfEntry {
        name = Legible.shortened(name, 120);
        wants = Legible.shortened(wants, 120);
        gives = Legible.shortened(gives, 240);
        problem = problem.map(Legible::sentence);
    }

    /** A model that cannot be used. */
    static ShelfEntry refused(final Path path, final String reason) {
        return new ShelfEntry(path, fileName(path), "", "", Optional.of(reason));
    }

    private static String fileName(final Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    /** In one line: {@code em-unet: gray, 4x4 nm pixels -> background, cell}. */
    @Override
    public String toString() {
        return name + ": " + problem.orElseGet(() -> wants + " -> " + gives);
    }
}
