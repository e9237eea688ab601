package io.github.unetfiji.bridge.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.bridge.dialog.DialogModules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.ModuleException;

class InputNamingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rate is 0, but must be above 0.      | "Learning rate" is 0, but must be above 0.
                    Option "depth" must be 1 to 8.       | "Depth" must be 1 to 8.
                    Leave out "model" or "image".        | Leave out "Model" or "Image".
                    Say optimizer=adam, or depth=3.      | Say "Optimizer" Adam, or "Depth" 3.
                    It differs: rate is 2; depth is 5.   | It differs: "Learning rate" is 2; "Depth" is 5.
                    Leave it, or begin by "depth".       | Leave it, or begin by "Depth".
                    The image has no depth.              | The image has no depth.
                    """)
    void keysAreLabels(final String sentence, final String told) throws ModuleException {
        assertEquals(told, InputNaming.inLabels(sentence, DialogModules.lively().inputs().list()));
    }
}
