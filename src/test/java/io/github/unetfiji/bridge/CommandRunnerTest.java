package io.github.unetfiji.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bridge.message.Failure;
import org.junit.jupiter.api.Test;

class CommandRunnerTest {

    /** NB: the command throws what it was given. */
    private static String given(final String options) {
        final ImagePlus image = IJ.createImage("cells", "8-bit black", 8, 8, 1);
        WindowManager.setTempCurrentImage(image);
        try {
            return assertThrows(
                            UNetException.class,
                            () ->
                                    new CommandRunner(new Failure())
                                            .run(LivelyCommand.class.getName(), options))
                    .getMessage();
        } finally {
            WindowManager.setTempCurrentImage(null);
        }
    }

    @Test
    void whatAMacroGivesOrLeavesOutWinsOverAnInitializer() {
        assertEquals(
                "image=cells preset=custom model=m.zip iterations=300 features=64 depth=4"
                        + " rate=1.0E-4 needs=256 MB of memory and 3 minutes.",
                given("model=m.zip iterations=300"));
        assertEquals(
                "image=cells preset=custom model=null iterations=1000 features=64 depth=4"
                        + " rate=1.0E-4 needs=256 MB of memory and 10 minutes.",
                given(""));
    }

    @Test
    void anInitializerThatFailsSaysSoInItsOwnWords() {
        assertEquals("A depth of 8 needs patches of 4000 px or more.", given("depth=8"));
    }
}
