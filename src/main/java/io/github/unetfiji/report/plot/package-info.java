/**
 * The history of a training as plots: losses, IoU and pixel error, and the learning rate over the iterations. They are drawn as
 * an image, for a window of any size, or in the resolution of a printed page. Start from {@link
 * io.github.unetfiji.report.plot.HistoryPlot}.
 *
 * <pre>{@code
 * ImagePlus picture = HistoryPlot.of("training", history, List.of("background", "cell"));
 * }</pre>
 */
package io.github.unetfiji.report.plot;
