/**
 * The view of a command at work: the monitor window and the log of a training, the previews and forecasts of the dialogs, notes.
 * Windows never hold up the work: it writes into a model, and the window reads that a few times a second. Nothing here knows SciJava or a
 * command.
 *
 * <p>Start from {@link io.github.unetfiji.ui.WatchedTraining}, which runs a training in the monitor, or only logs it where there is no
 * display:
 *
 * <pre>{@code
 * Path file = Path.of("cells.zip");
 * Training training = Training.of("cells", images, settings).optModelFile(file);
 * Training.Result result = WatchedTraining.run(training, file, Progress.NONE);
 * IJ.log(WatchedTraining.summary(file, result));
 * }</pre>
 *
 * <p>A program with a training loop of its own gives it a {@link io.github.unetfiji.ui.TrainingMonitor} as its listener.
 */
package io.github.unetfiji.ui;
