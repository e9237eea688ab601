package io.github.unetfiji.batch;

import java.nio.file.Path;

/**
 * A report of an evaluation that is to be written.
 *
 * @param file HTML
 * @param paper whether the values of the paper stand beside
 */
public record RequestedReport(Path file, boolean paper) {}
