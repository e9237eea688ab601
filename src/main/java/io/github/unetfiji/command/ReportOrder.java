package io.github.unetfiji.command;

import java.nio.file.Path;
import java.util.Map;

/**
 * A report of an evaluation that is to be written.
 *
 * @param file HTML
 * @param facts what the reader should know of what was evaluated, in order
 * @param model what the model is, a fact a line; empty if there is none
 * @param paper whether the values of the paper stand beside
 */
record ReportOrder(Path file, Map<String, String> facts, String model, boolean paper) {}
