package io.github.unetfiji.training;

/** Looks for the threads that prepare samples. */
final class SampleThreads {

    private SampleThreads() {}

    /** Waits until none is left, at most 60 s; their number then. */
    static long leftAfterAWhile() throws InterruptedException {
        for (int i = 0; i < 6000 && alive() > 0; i++) {
            Thread.sleep(10);
        }
        return alive();
    }

    private static long alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("U-Net samples"))
                .count();
    }
}
