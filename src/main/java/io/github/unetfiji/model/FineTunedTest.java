package io.github.unetfiji.model;

import io.github.unetfiji.torchscript.ForeignProgram;
import java.util.Map;
import java.util.Optional;

/** What a program with other weights gives for the test input of its package. */
record FineTunedTest(ImportedModel start, Map<String, byte[]> files, ForeignProgram program) {

    /** The output as a NumPy file; empty if the package has no test. */
    Optional<byte[]> output() {
        return Optional.empty();
    }
}
