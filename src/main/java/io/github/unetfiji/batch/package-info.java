/**
 * Work on many files: folders are segmented image by image, and predictions, or a model, are evaluated on images with truth.
 * This is what the commands do when their keys are read, so a program gets the same files, tables and reports without the
 * commands, and without a display ({@code java.awt.headless=true}). Files are opened one at a time; an interrupted folder can be
 * continued. Start from {@link
 * io.github.unetfiji.batch.FolderRun} to segment, and from {@link io.github.unetfiji.batch.Comparison} to evaluate.
 *
 * <pre>{@code
 * Comparison<?, ?> comparison =
 *         ProbabilityComparison.builder().optReport(Path.of("errors.html"), false).build();
 * try (EvaluatedImages images = EvaluatedImages.ofFiles(Path.of("predictions"), Path.of("labels"))) {
 *     ComparisonResult result = comparison.compare(images, Progress.NONE, System.out::println);
 *     System.out.println(result.summary());
 *     ScoreTable.with(result.rows()).save("errors.csv");
 * }
 * }</pre>
 *
 * <p>{@link io.github.unetfiji.batch.ModelPredictions} makes the predictions of a model that are to be evaluated.
 */
package io.github.unetfiji.batch;
