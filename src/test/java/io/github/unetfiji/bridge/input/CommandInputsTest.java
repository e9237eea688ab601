package io.github.unetfiji.bridge.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bridge.CopyCommand;
import io.github.unetfiji.bridge.EchoCommand;
import io.github.unetfiji.bridge.LivelyCommand;
import io.github.unetfiji.command.TrainCommand;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleException;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

class CommandInputsTest {

    private static CommandInputs inputs(final Class<? extends Command> command)
            throws ModuleException {
        return CommandInputs.of(
                new CommandInfo(command, command.getAnnotation(Plugin.class)).createModule());
    }

    private static Map<String, Object> read(final String options) throws ModuleException {
        final CommandInputs inputs = inputs(EchoCommand.class);
        return inputs.values(inputs.texts(MacroOptions.parse(options)), new OpenImages());
    }

    @Test
    void listsInputsInOrderWithoutServices() throws ModuleException {
        assertEquals(
                Arrays.asList(
                        "model",
                        "start",
                        "output",
                        "validation",
                        "tile",
                        "seed",
                        "rate",
                        "momentum",
                        "flip",
                        "labels"),
                inputs(EchoCommand.class).list().stream().map(CommandInput::key).toList());
    }

    @Test
    void listsWhatASubclassAddsFirst() throws ModuleException {
        assertEquals(
                List.of("image", "labels", "rate"),
                inputs(SpecialCommand.class).list().stream().map(CommandInput::key).toList());
    }

    @Test
    void takesDefaults() throws ModuleException {
        final Map<String, Object> values = read("model=m.zip");
        assertEquals(new File("m.zip"), values.get("model"));
        assertEquals(
                Arrays.asList(null, "classes", "", 0, 1L, 1e-4, null, true, null),
                values.values().stream().skip(1).toList());
    }

    @Test
    void readsEveryKind() throws ModuleException {
        final Map<String, Object> values =
                read(
                        "model=[a b] output=instances validation=[19-20] tile=1e3 seed=-9000000000 rate=.5 momentum=0.9 flip=false");
        assertEquals(
                Arrays.asList(
                        new File("a b"),
                        null,
                        "instances",
                        "19-20",
                        1000,
                        -9_000_000_000L,
                        0.5,
                        0.9,
                        false,
                        null),
                values.values().stream().toList());
    }

    @ParameterizedTest
    @CsvSource({"flip,true", "flip=true,true", "flip=TRUE,true", "flip=false,false", "tile=1,true"})
    void readsFlags(final String option, final boolean flip) throws ModuleException {
        assertEquals(flip, read("model=m " + option).get("flip"));
    }

    @Test
    void emptyUnsetsWhatIsOptional() throws ModuleException {
        final Map<String, Object> values =
                read("model=m start=[] validation=[] momentum=[] labels=[]");
        assertEquals(
                Arrays.asList(null, null, null),
                Arrays.asList(values.get("start"), values.get("momentum"), values.get("labels")));
        assertEquals("", values.get("validation"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    modle=m             | Unknown option "modle" (did you mean "model"?); the options are model, start, output, validation, tile, seed, rate, momentum, flip, labels.
                    model=m Tile=5      | Unknown option "Tile" (did you mean "tile"?); the options are model, start, output, validation, tile, seed, rate, momentum, flip, labels.
                    model=m size=5      | Unknown option "size"; the options are model, start, output, validation, tile, seed, rate, momentum, flip, labels.
                    tile=5              | Option "model" (Model) is required but was not given.
                    model=[]            | Option "model" (Model) is required but was not given.
                    model               | Option "model" needs a value: write model=...
                    model=m tile        | Option "tile" needs a value: write tile=...
                    model=m tile=abc    | Option "tile" must be a whole number from 0 to 4096; got "abc".
                    model=m tile=5.5    | Option "tile" must be a whole number from 0 to 4096; got "5.5".
                    model=m tile=-1     | Option "tile" must be a whole number from 0 to 4096; got "-1".
                    model=m tile=4097   | Option "tile" must be a whole number from 0 to 4096; got "4097".
                    model=m tile=[]     | Option "tile" must be a whole number from 0 to 4096; got "".
                    model=m tile=1e9999 | Option "tile" must be a whole number from 0 to 4096; got "1e9999".
                    model=m seed=1e30   | Option "seed" must be a whole number; got "1e30".
                    model=m seed=0x1    | Option "seed" must be a whole number; got "0x1".
                    model=m rate=-0.1   | Option "rate" must be a number, 0 or more; got "-0.1".
                    model=m rate=NaN    | Option "rate" must be a number, 0 or more; got "NaN".
                    model=m rate=1e400  | Option "rate" must be a number, 0 or more; got "1e400".
                    model=m rate=1,5    | Option "rate" must be a number, 0 or more; got "1,5".
                    model=m momentum=2  | Option "momentum" must be a number, 1 or less; got "2".
                    model=m flip=yes    | Option "flip" must be true or false; got "yes".
                    model=m flip=[]     | Option "flip" must be true or false; got "".
                    model=m output=clases | Option "output" must be one of probabilities, classes, instances; got "clases" (did you mean "classes"?).
                    model=m output=Classes | Option "output" must be one of probabilities, classes, instances; got "Classes" (did you mean "classes"?).
                    model=m output=x    | Option "output" must be one of probabilities, classes, instances; got "x".
                    model=m start=/no/such/file | Option "start": there is no file "/no/such/file".
                    model=m labels=cells | Option "labels": no open image is titled "cells"; no image is open.
                    """)
    void saysWhatIsWrong(final String options, final String sentence) {
        assertEquals(sentence, assertThrows(UNetException.class, () -> read(options)).getMessage());
    }

    /** NB: a folder that is closed to the user is met in the same way, but not by the administrator. */
    @Test
    void aPathThatCannotBeLookedUpIsNotCalledMissing() {
        final String name = "a".repeat(300);
        assertEquals(
                "Option \"start\": \"/"
                        + "a".repeat(67)
                        + " .. (211 more) .. "
                        + "a".repeat(22)
                        + "\" cannot be read: File name too long.",
                assertThrows(UNetException.class, () -> read("model=m start=/" + name))
                        .getMessage());
    }

    @Test
    void needsAnOpenImage() throws ModuleException {
        final CommandInputs inputs = inputs(CopyCommand.class);
        assertEquals(
                "No image is open; open the image to work on first.",
                assertThrows(UNetException.class, () -> inputs.values(Map.of(), new OpenImages()))
                        .getMessage());
    }

    @Test
    void refusesKeysThatMacrosConfuse() {
        assertEquals(
                "The macro key \"size\" is the end of the key \"tilesize\".",
                assertThrows(IllegalStateException.class, () -> inputs(AmbiguousCommand.class))
                        .getMessage());
        assertEquals(
                "The macro key \"tileSize\" is not one lower-case word.",
                assertThrows(IllegalStateException.class, () -> inputs(CapitalCommand.class))
                        .getMessage());
    }

    @Test
    void refusesTypesWithoutMacroForm() {
        assertEquals(
                "Input \"thread\" has the type java.lang.Thread, which has no macro form.",
                assertThrows(IllegalStateException.class, () -> inputs(ThreadCommand.class))
                        .getMessage());
    }

    @Test
    void presetsMessagesAndButtonsAreNoKeys() throws ModuleException {
        final CommandInputs inputs = inputs(LivelyCommand.class);
        assertEquals(
                List.of(
                        "image",
                        "model",
                        "iterations",
                        "features",
                        "depth",
                        "dropout",
                        "optimizer",
                        "rate",
                        "flip",
                        "rotation"),
                inputs.macroKeys());
        assertEquals(11, inputs.list().size());
        assertEquals(13, inputs.items().size());
        assertEquals(
                "Unknown option \"preset\"; the options are "
                        + String.join(", ", inputs.macroKeys())
                        + ".",
                assertThrows(
                                UNetException.class,
                                () -> inputs.texts(MacroOptions.parse("preset=quick")))
                        .getMessage());
    }

    @Test
    void namesTheFirstInputThatCannotBeUsed() throws ModuleException {
        final CommandInputs inputs = inputs(EchoCommand.class);
        assertEquals(
                new CommandInputs.Problem(
                        "tile", "\"Tile size\" must be a whole number from 0 to 4096; got \"x\"."),
                inputs.problem(Map.of("model", "m", "tile", "x", "rate", "y"), new OpenImages())
                        .orElseThrow());
        assertEquals(Optional.empty(), inputs.problem(Map.of("model", "m"), new OpenImages()));
    }

    @Test
    void readsWhatCanBeRead() throws ModuleException {
        assertEquals(
                Map.of("seed", 7L, "flip", false),
                inputs(EchoCommand.class)
                        .readable(
                                Map.of("model", "", "tile", "x", "seed", "7", "flip", "false"),
                                new OpenImages()));
    }

    /** One key ends like another. */
    @SuppressWarnings("unused")
    public static class AmbiguousCommand implements Command {
        @Parameter private int tilesize = 1;
        @Parameter private int size = 1;

        @Override
        public void run() {}
    }

    /** A key with a capital. */
    @SuppressWarnings("unused")
    public static class CapitalCommand implements Command {
        @Parameter private int tileSize = 1;

        @Override
        public void run() {}
    }

    /** An input that no macro can give. */
    @SuppressWarnings("unused")
    public static class ThreadCommand implements Command {
        @Parameter private Thread thread;

        @Override
        public void run() {}
    }

    /** Shares an input. */
    @SuppressWarnings("unused")
    public abstract static class SharedCommand implements Command {
        @Parameter private double rate = 1;

        @Override
        public void run() {}
    }

    /** Adds two of its own. */
    @SuppressWarnings("unused")
    public static class SpecialCommand extends SharedCommand {
        @Parameter private File image;

        @Parameter private File labels;
    }

    /** NB: for programs and scripts see ScriptTest. */
    @ParameterizedTest
    @CsvSource({
        "patience, -1, 'a whole number, 0 or more'",
        "dropout, 1.0, a number from 0 to below 1",
        "sigma, 0.0, a number above 0",
        "spacing, 3.0, '0, or a number from 4 to 16384'",
        "features, 2000, a whole number from 1 to 1024",
        "schedule, fast, 'one of none, cosine, plateau'"
    })
    void macrosAndDialogsRefuseWhatASettingDoesNotAllow(
            final String key, final String text, final String allowed) throws Exception {
        final CommandInput input =
                inputs(TrainCommand.class).list().stream()
                        .filter(some -> some.key().equals(key))
                        .findFirst()
                        .orElseThrow();
        for (final InputNaming naming : InputNaming.values()) {
            assertEquals(
                    naming.of(input) + " must be " + allowed + "; got \"" + text + "\".",
                    assertThrows(
                                    UNetException.class,
                                    () ->
                                            new InputReader(new OpenImages(), naming)
                                                    .read(input, text))
                            .getMessage());
        }
    }
}
