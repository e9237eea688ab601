package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.NumpyFile;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.ProgramNetwork;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.processing.NamedTensor;
import io.github.unetfiji.processing.OutputProcessing;
import io.github.unetfiji.processing.Preprocessing;
import java.util.HashMap;
import java.util.Map;

/** What a model with other weights gives for the test input of its package. */
final class FineTunedTest {

    private FineTunedTest() {}

    /**
     * The expected output of a test: preparation, program and postprocessing of the package, on the processor.
     *
     * @param model with one output
     * @param input as it is in the package
     * @return a NumPy file
     */
    static byte[] output(final ImportedModel model, final Tensor input) {
        final TensorDescription first = model.description().input();
        final TensorDescription last = model.description().outputs().get(0);
        final Tensor prepared = Preprocessing.of(first).applied(input);
        try (ProgramNetwork network = ProgramNetwork.open(model.program(), ComputeDevice.CPU)) {
            final Map<String, NamedTensor> sample = new HashMap<>();
            sample.put(first.id(), NamedTensor.of(first, prepared));
            sample.put(last.id(), NamedTensor.of(last, network.run(prepared).get(0)));
            final Tensor output = OutputProcessing.of(last).applied(sample).tensor();
            return NumpyFile.bytes(output.values(), output.shape());
        }
    }
}
