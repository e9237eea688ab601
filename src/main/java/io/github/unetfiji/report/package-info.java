/**
 * Evaluations for people: tables, plots of the errors over the threshold, pictures of the mistakes, and all of them in one HTML
 * file that needs no other file and no network. Numbers come from {@link io.github.unetfiji.evaluate}; slices are drawn one by
 * one. Start from {@link io.github.unetfiji.report.EvaluationReport}.
 *
 * <pre>{@code
 * EvaluationReport.builder(evaluation, settings)
 *         .setTitle("EM model on slices 19-20")
 *         .optPictures(z -> new ComparedSlice(predictions.get(z), truths.get(z)))
 *         .build()
 *         .write(Path.of("report.html"));
 * }</pre>
 */
package io.github.unetfiji.report;
