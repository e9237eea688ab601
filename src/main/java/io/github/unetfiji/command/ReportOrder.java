package io.github.unetfiji.command;

import java.nio.file.Path;

/**
 * A report of an evaluation that is to be written.
 *
 * @param file HTML
 * @param paper whether the values of the paper stand beside
 */
record ReportOrder(Path file, boolean paper) {}
