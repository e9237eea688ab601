package io.github.unetfiji.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.command.AugmentCommand;
import io.github.unetfiji.command.SampleStackCommand;
import io.github.unetfiji.command.SegmentCommand;
import io.github.unetfiji.command.TrainCommand;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

/** What SciJava's own dialog would offer: the context of a Fiji has all services. */
class DeclaredCommandsTest {

    private static Context context;

    @BeforeAll
    static void all() {
        context = new Context();
    }

    @AfterAll
    static void dispose() {
        context.dispose();
    }

    private static CommandService commands() {
        return context.service(CommandService.class);
    }

    /** NB: of a module, as SciJava's dialog has it. */
    private static ModuleItem<?> input(final Class<? extends Command> command, final String key)
            throws ModuleException {
        final Module module = commands().getCommand(command).createModule();
        assertEquals(key, module.getInfo().getInput(key).getName());
        for (final ModuleItem<?> item : module.getInfo().inputs()) {
            if (item.getName().equals(key)) {
                return item;
            }
        }
        throw new IllegalArgumentException(key);
    }

    private static void assertBounds(
            final Object least, final Object most, final ModuleItem<?> item) {
        assertEquals(least, item.getMinimumValue(), item::getName);
        assertEquals(most, item.getMaximumValue(), item::getName);
    }

    @Test
    void choicesAreThoseOfTheSetting() throws ModuleException {
        assertEquals(List.of("adam", "sgd"), input(TrainCommand.class, "optimizer").getChoices());
        assertEquals(
                List.of("none", "cosine", "plateau"),
                input(TrainCommand.class, "schedule").getChoices());
        assertEquals(
                List.of("stack", "slice", "range"),
                input(TrainCommand.class, "normalize").getChoices());
        assertEquals(
                List.of("none", "rotations", "dihedral"),
                input(SegmentCommand.class, "averaging").getChoices());
        assertEquals(
                List.of("auto", "float32", "bfloat16"),
                input(SegmentCommand.class, "precision").getChoices());
    }

    @Test
    void boundsAreThoseOfTheSetting() throws ModuleException {
        assertBounds(1, 8, input(AugmentCommand.class, "depth"));
        assertBounds(0, null, input(TrainCommand.class, "patience"));
        assertBounds(0.0, Math.nextDown(1.0), input(TrainCommand.class, "dropout"));
        assertBounds(Double.MIN_VALUE, null, input(TrainCommand.class, "rate"));
        assertBounds(0.0, 16384.0, input(TrainCommand.class, "spacing"));
        assertBounds(1, 65536, input(SampleStackCommand.class, "width"));
        assertBounds(null, null, input(SampleStackCommand.class, "seed"));
    }

    @Test
    void whatIsNoSettingIsAsItsAnnotationSays() throws ModuleException {
        assertBounds(0.0, 1.0, input(SegmentCommand.class, "threshold"));
        assertEquals(List.of("auto", "off"), input(SegmentCommand.class, "scale").getChoices());
        assertBounds(null, null, input(SegmentCommand.class, "model"));
    }

    @Test
    void everyDefaultIsAllowed() throws ModuleException {
        final Module module = commands().getCommand(TrainCommand.class).createModule();
        for (final ModuleItem<?> item : module.getInfo().inputs()) {
            final Object value = module.getInput(item.getName());
            if (item.getChoices() != null && !item.getChoices().isEmpty()) {
                assertTrue(item.getChoices().contains(value), item::getName);
            }
            if (item.getMinimumValue() instanceof Number least) {
                assertTrue(least.doubleValue() <= ((Number) value).doubleValue(), item::getName);
            }
        }
    }

    @Test
    void thereIsOneOfEachCommandAndItRuns() throws InterruptedException, ExecutionException {
        assertEquals(1, commands().getCommandsOfClass(SampleStackCommand.class).size());
        assertEquals(
                "U-Net Sample Stack...",
                commands().getCommand(SampleStackCommand.class).getLabel());
        assertNull(commands().getCommand(SampleStackCommand.class).getInput("nothing"));
        final Object stack =
                commands()
                        .run(
                                SampleStackCommand.class,
                                true,
                                "width",
                                8,
                                "height",
                                9,
                                "slices",
                                1,
                                "seed",
                                2L)
                        .get()
                        .getOutput("stack");
        assertTrue(Objects.toString(stack).contains("sample-2"));
    }
}
