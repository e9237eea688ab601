package io.github.unetfiji.ui;

import io.github.unetfiji.training.TrainingControl;
import io.github.unetfiji.training.TrainingHistory;

/**
 * Drives a monitor with made-up numbers: ITERATIONS MILLISECONDS EVERY [no-validation] [warn] [stop] [fail].
 * With "stop" the training is stopped halfway, as by the button; with "fail" it fails there.
 */
public final class MonitorDemo {

    private MonitorDemo() {}

    public static void main(final String[] args) throws InterruptedException {
        final String options = String.join(" ", args);
        final int iterations = Integer.parseInt(args[0]);
        final int every = Integer.parseInt(args[2]);
        final boolean validated = !options.contains("no-validation");
        final SyntheticTraining training = new SyntheticTraining(iterations, validated);
        final TrainingControl control = new TrainingControl();
        final TrainingMonitor monitor = TrainingMonitor.open("U-Net Train: phantom", control);
        Thread.sleep(1500);
        monitor.onStart(training.plan());
        double sum = 0;
        int done = 0;
        for (int i = 1; i <= iterations && !control.isStopped(); i++) {
            Thread.sleep(Long.parseLong(args[1]));
            if (monitor.isCancelled()) {
                monitor.ended("Cancelled: what was reached is saved beside cells.zip.");
                return;
            }
            final double rate = i < 0.7 * iterations ? 3e-4 : 1e-4;
            final double loss = training.loss(i);
            final long start = System.nanoTime();
            monitor.onIteration(i, loss, rate);
            sum += loss;
            done++;
            if (i % every == 0 || i == iterations) {
                final TrainingHistory.Row row = training.row(i, sum / done, rate);
                monitor.onRow(row);
                sum = 0;
                done = 0;
                if (validated) {
                    monitor.onPrediction(training.view(i));
                }
            }
            if (i == iterations / 2) {
                if (options.contains("warn")) {
                    monitor.onWarning(
                            "In 12 of 500 patches the deformation folded the image: use a smaller"
                                    + " deformation if these are many.");
                    monitor.onWarning("The patch was made smaller: memory did not suffice.");
                }
                if (options.contains("fail")) {
                    monitor.ended("The loss is not finite: use a smaller rate.");
                    return;
                }
                if (options.contains("stop")) {
                    control.stop();
                    Thread.sleep(4000);
                }
            }
            final double millis = (System.nanoTime() - start) / 1e6;
            if (millis > 50 && i % every != 0 && !control.isStopped()) {
                System.out.printf("iteration %d waited %.0f ms%n", i, millis);
            }
        }
        monitor.onEnd(
                control.isStopped()
                        ? "Stopped by the user; the best model is kept."
                        : "All " + iterations + " iterations are done.");
    }
}
