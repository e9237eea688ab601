package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LossMeanTest {

    @Test
    void beginsAsTheMeanAndForgetsSlowly() {
        LossMean mean = LossMean.NONE;
        double sum = 0;
        for (int t = 1; t <= 20; t++) {
            mean = mean.plus(t, t);
            sum += t;
            assertEquals(sum / t, mean.recent(), 1e-12);
        }
        assertEquals(10.5 + 0.05 * (50 - 10.5), mean.plus(50, 21).recent(), 1e-12);
        assertEquals(10.5, mean.mean(), 1e-12);
        final LossMean restarted = mean.restarted();
        assertEquals(0, restarted.count());
        assertEquals(mean.recent(), restarted.recent());
        assertEquals(7, restarted.plus(7, 21).mean());
    }
}
