package io.github.unetfiji.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.*;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

public class Scratch {
    public static void main(String[] a) throws Exception {
        for (int base : new int[] {16, 32})
            for (Precision p : Precision.values()) {
                Architecture arch = new Architecture(4, base, 1, 2, 0.5);
                Parameters par = Parameters.initial(arch, 1);
                try (Network n = Network.forInference(arch, par, ComputeDevice.CPU, p)) {
                    for (int s : new int[] {572, 700, 1180}) {
                        float[] t = new float[s * s];
                        for (int i = 0; i < t.length; i++) t[i] = (i * 7919 % 1000) / 500f - 1;
                        double best = 1e9;
                        for (int i = 0; i < 6; i++) {
                            long t0 = System.nanoTime();
                            n.probabilities(t, s, s);
                            best = Math.min(best, (System.nanoTime() - t0) / 1e9);
                        }
                        System.out.printf(
                                "infer base %d %s %d: %.3f s  %.1f GFLOP/s%n",
                                base, p, s, best, arch.operations(s, s) / best / 1e9);
                    }
                }
                try (Network n = Network.forTraining(arch, par, ComputeDevice.CPU, p)) {
                    for (int s : new int[] {316, 572}) {
                        double best = 1e9, bf = 1e9, bb = 1e9;
                        for (int i = 0; i < 5; i++) {
                            long t0 = System.nanoTime();
                            long t1, t2;
                            try (NDManager m = n.manager().newSubManager();
                                    GradientCollector c =
                                            Engine.getEngine("PyTorch").newGradientCollector()) {
                                NDArray o =
                                        n.forward(m.zeros(new Shape(1, 1, s, s)), true)
                                                .square()
                                                .sum();
                                t1 = System.nanoTime();
                                c.backward(o);
                                t2 = System.nanoTime();
                            }
                            best = Math.min(best, (System.nanoTime() - t0) / 1e9);
                            bf = Math.min(bf, (t1 - t0) / 1e9);
                            bb = Math.min(bb, (t2 - t1) / 1e9);
                        }
                        System.out.printf(
                                "train base %d %s %d: %.3f s (fwd %.3f bwd %.3f) %.1f GFLOP/s%n",
                                base, p, s, best, bf, bb, 3 * arch.operations(s, s) / best / 1e9);
                    }
                }
            }
    }
}
