/**
 * A whole training: settings and annotated images in, the best model and its history out. The model, its curves and a state
 * to resume from are saved while it runs; an interrupted training that is resumed gives the same bits on the processor. Start
 * from {@link io.github.unetfiji.training.Training}.
 *
 * <pre>
 * TrainingSettings settings = TrainingSettings.builder().with(FEATURES, 32).with(ITERATIONS, 2000).with(VALIDATION, "19-20").build();
 * Training.Result result =
 *         Training.of("my cells", images, settings)
 *                 .optModelFile(Path.of("my-cells.zip"))
 *                 .optProgress(progress)
 *                 .run();
 * result.history().best().ifPresent(row -&gt; System.out.println(row.validation().meanIouWords()));
 * </pre>
 */
package io.github.unetfiji.training;
