package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.model.Author;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Publication;
import io.github.unetfiji.model.UNetModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training from macros: what is written, resumed, gone on from, and refused. */
class TrainingMacrosTest {

    private static final String SAMPLE =
            "run('U-Net Sample Stack...', 'width=64 height=60 slices=3 seed=5');\n"
                    + "rename('my \"stack\"'); selectImage('sample-5-labels'); rename('labels');\n";

    private static final String KEYS =
            "image=[my \"stack\"] labels=labels features=2 depth=1 iterations=6 every=2 validation=3"
                    + " schedule=cosine warmup=1 average=0.5 focus=0.5 rate=0.002 balance=0 patch=44";

    @TempDir private static Path folder;

    private static Map<String, Macros.Outcome> outcomes;
    private static String macroLine;
    private static UNetModel first;

    private static String train(final String keys) {
        return SAMPLE + "run('U-Net Train...', '" + keys + "');\n";
    }

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        final Map<String, Macros.Outcome> before =
                new Macros(folder)
                        .add(
                                "train",
                                train(KEYS + " model=$/a.zip note=[from \"a phantom\", 4 nm/px]"))
                        .run();
        assertEquals("", before.get("train").failure());
        first = ModelPackage.read(folder.resolve("a.zip"));
        macroLine = (String) first.provenance().get("macro");
        Files.delete(folder.resolve("a.zip"));
        Files.writeString(folder.resolve("broken.state"), "no state");
        try (InputStream program =
                TrainingMacrosTest.class.getResourceAsStream("/finetune/classes_05.zip")) {
            Files.copy(program, folder.resolve("rgb.zip"));
        }
        outcomes =
                new Macros(folder)
                        .add("again", SAMPLE + macroLine)
                        .add(
                                "gray rgb",
                                SAMPLE.replace(
                                                "rename('labels')",
                                                "rename('labels'); selectImage('my \"stack\"')")
                                        + "run('8-bit'); run('RGB Color');\n"
                                        + "run('U-Net Train...', 'image=[my \"stack\"] labels=labels"
                                        + " start=$/rgb.zip model=$/rgb2.zip iterations=2 every=2 validation=3');\n")
                        .add("resumed", train(KEYS + " model=$/new.zip resume"))
                        .add(
                                "child",
                                train(
                                        "image=[my \"stack\"] labels=labels model=$/child.zip"
                                                + " start=$/new.zip freeze iterations=2 patch=44"))
                        .add("exists", train(KEYS + " model=$/new.zip"))
                        .add("finished", train(KEYS + " model=$/new.zip resume"))
                        .add(
                                "another",
                                train(KEYS.replace("0.002", "0.003") + " model=$/new.zip resume"))
                        .add(
                                "in place",
                                "File.copy('$/child.zip', '$/place.zip');\n"
                                        + train(
                                                "image=[my \"stack\"] labels=labels model=$/place.zip"
                                                        + " start=$/place.zip iterations=3 patch=44"))
                        .add(
                                "overwrite",
                                "File.copy('$/child.zip', '$/old.zip');\n"
                                        + train(
                                                KEYS.replace("iterations=6", "iterations=4")
                                                        + " model=$/old.zip overwrite"))
                        .add(
                                "published",
                                train(
                                        KEYS
                                                + " model=$/published.zip author=[Ada B.; C D]"
                                                + " orcid=0000-0002-1825-0097 github=ada license=mit"
                                                + " tags=cells dataset=lab/data"))
                        .add(
                                "published child",
                                train(
                                        "image=[my \"stack\"] labels=labels model=$/child2.zip"
                                                + " start=$/published.zip iterations=2 patch=44"))
                        .add("license", train(KEYS + " model=$/x.zip license=nobodys"))
                        .add("github", train(KEYS + " model=$/x.zip github=ada"))
                        .add("minutes", train(KEYS + " model=$/cut.zip minutes=0.000001"))
                        .add("interrupted", train(KEYS + " model=$/cut.zip"))
                        .add("gone on", train(KEYS + " model=$/cut.zip resume"))
                        .add("broken", train(KEYS + " model=$/broken.zip resume"))
                        .add("no start", train(KEYS + " model=$/x.zip start=$/nothing.zip"))
                        .add("freeze", train(KEYS + " model=$/x.zip freeze"))
                        .add(
                                "features",
                                train(KEYS + " model=$/x.zip start=$/new.zip")
                                        .replace("features=2", "features=5"))
                        .add(
                                "warmup",
                                train(KEYS.replace("warmup=1", "warmup=6") + " model=$/x.zip"))
                        .add(
                                "patience",
                                train(
                                        KEYS.replace("validation=3", "patience=3")
                                                + " model=$/x.zip"))
                        .add("schedule", train(KEYS.replace("cosine", "step") + " model=$/x.zip"))
                        .add(
                                "average",
                                train(KEYS.replace("0.5 focus", "1 focus") + " model=$/x.zip"))
                        .add(
                                "focus",
                                train(KEYS.replace("focus=0.5", "focus=2") + " model=$/x.zip"))
                        .run();
    }

    private static String failure(final String macro) {
        return outcomes.get(macro).failure().replaceFirst("^.*?, line \\d+: ", "");
    }

    /** The program takes three channels, which the image has, although they are equal. */
    @Test
    void anRgbImageThatIsGrayFitsAProgramOfRgbImages() {
        assertEquals("", outcomes.get("gray rgb").failure());
        assertTrue(Files.exists(folder.resolve("rgb2.zip")));
    }

    @Test
    void theMacroLineInTheModelTrainsItAgain() {
        assertEquals(
                "run(\"U-Net Train...\", \"image=[my \\\"stack\\\"] labels=labels model="
                        + folder
                        + "/a.zip iterations=6 note=[from \\\"a phantom\\\", 4 nm/px]"
                        + " features=2 rate=0.002 schedule=cosine warmup=1 average=0.5 validation=3 every=2"
                        + " patch=44 focus=0.5 depth=1 balance=0\");",
                macroLine);
        assertEquals("", outcomes.get("again").failure());
        final UNetModel again = ModelPackage.read(folder.resolve("a.zip"));
        assertEquals(first.parameters(), again.parameters());
        assertEquals(first.provenance().get("data"), again.provenance().get("data"));
    }

    @Test
    void theModelSaysWhoseItIs() {
        assertEquals("", outcomes.get("published").failure());
        final UNetModel model = ModelPackage.read(folder.resolve("published.zip"));
        final Publication said = model.publication();
        assertEquals(List.of("Ada B.", "C D"), said.authors().stream().map(Author::name).toList());
        assertEquals(Optional.of("ada"), said.authors().get(0).github());
        assertEquals("MIT", said.license());
        assertEquals(List.of("cells"), said.tags());
        assertEquals(Optional.of("lab/data"), said.dataset());
        assertTrue(said.cover().isPresent(), "the held-out slice");
        assertEquals(first.parameters(), model.parameters());
        assertEquals("", outcomes.get("published child").failure());
        final Publication child = ModelPackage.read(folder.resolve("child2.zip")).publication();
        assertEquals("MIT", child.license());
        assertEquals(List.of(), child.authors());
        assertEquals("CC-BY-4.0", first.publication().license());
    }

    @Test
    void whatCannotBePublishedStopsTheTrainingBeforeItBegins() {
        assertEquals(
                "license is 'nobodys', but must be an id of the list on spdx.org/licenses, such as"
                        + " CC-BY-4.0, CC0-1.0, MIT.",
                failure("license"));
        assertEquals("github tells of 1 author(s), but author names 0.", failure("github"));
        assertTrue(Files.notExists(folder.resolve("x.zip")));
    }

    @Test
    void theModelKnowsWhereItComesFrom() {
        final Map<String, Object> provenance = first.provenance();
        assertEquals("from \"a phantom\", 4 nm/px", provenance.get("note"));
        assertEquals("cosine", provenance.get("schedule"));
        assertEquals("All 6 iterations are done.", provenance.get("ended"));
        final Map<?, ?> data = (Map<?, ?>) ((List<?>) provenance.get("data")).get(0);
        assertEquals("my \"stack\"", data.get("name"));
        assertEquals(64, data.get("width"));
        assertEquals(3, data.get("slices"));
        assertEquals(64, data.get("sha256").toString().length());
        assertTrue(
                ((Map<?, ?>) provenance.get("versions"))
                        .keySet()
                        .containsAll(List.of("unet", "djl", "libtorch", "java", "system")));
        assertEquals(4, provenance.get("history").toString().lines().count());
    }

    @Test
    void withoutAStateResumingIsBeginning() {
        assertEquals("", outcomes.get("resumed").failure());
        assertEquals(first.parameters(), ModelPackage.read(folder.resolve("new.zip")).parameters());
    }

    @Test
    void aChildGoesOnFromItsParent() {
        assertEquals("", outcomes.get("child").failure());
        final UNetModel child = ModelPackage.read(folder.resolve("child.zip"));
        assertEquals(first.architecture().features(), child.architecture().features());
        assertEquals(
                first.parameters().get("enc1.conv2.weight"),
                child.parameters().get("enc1.conv2.weight"));
        final Map<?, ?> parent = (Map<?, ?>) ((List<?>) child.provenance().get("parents")).get(0);
        assertEquals("new", parent.get("name"));
    }

    /** Refused before any work: not even a device is chosen. */
    @Test
    void aModelIsNotReplacedUnasked() {
        assertEquals(
                "The model file "
                        + folder
                        + "/new.zip exists already: replace it by \"overwrite\", keep it by \"resume\" if it is"
                        + " the result of this very training, train it further by \"start\", or name"
                        + " another file.",
                failure("exists"));
        assertTrue(
                outcomes.get("exists").lines().stream().noneMatch(line -> line.contains("Device")),
                outcomes.get("exists").toString());
        assertEquals("", outcomes.get("overwrite").failure());
        assertEquals(
                4,
                ModelPackage.read(folder.resolve("old.zip")).provenance().get("iterations_done"));
    }

    @Test
    void aFinishedTrainingIsNotTrainedAgain() {
        assertEquals("", outcomes.get("finished").failure());
        assertTrue(
                outcomes.get("finished")
                        .lines()
                        .contains(
                                "The model is the result of this very training already, which is"
                                        + " finished: nothing is left to do."),
                outcomes.get("finished").toString());
        assertEquals(
                "The model "
                        + folder
                        + "/new.zip is the result of another training: rate is 0.003, but was 0.002;"
                        + " replace it by \"overwrite\", or name another file.",
                failure("another"));
    }

    @Test
    void aModelMayBeTrainedFurtherInItsPlace() {
        assertEquals("", outcomes.get("in place").failure());
        final UNetModel further = ModelPackage.read(folder.resolve("place.zip"));
        assertEquals(3, further.provenance().get("iterations_done"));
        final Map<?, ?> parent = (Map<?, ?>) ((List<?>) further.provenance().get("parents")).get(0);
        assertEquals("child", parent.get("name"));
    }

    @Test
    void minutesEndATrainingThatCanGoOn() {
        assertTrue(
                outcomes.get("minutes")
                        .lines()
                        .contains(
                                "Ended after iteration 1 of 6: the time of 0.000001 min is over."),
                outcomes.get("minutes").toString());
        assertEquals(
                "The training of the model "
                        + folder
                        + "/cut.zip was interrupted: go on with it by \"resume\", begin anew by \"overwrite\","
                        + " or name another file.",
                failure("interrupted"));
        assertEquals("", outcomes.get("gone on").failure());
        assertEquals(first.parameters(), ModelPackage.read(folder.resolve("cut.zip")).parameters());
    }

    @Test
    void mistakesAreOneSentence() {
        assertAll(
                () ->
                        assertTrue(
                                failure("broken").startsWith("The training state ")
                                        && failure("broken")
                                                .endsWith(
                                                        "broken.state cannot be used (it is"
                                                                + " incomplete): begin anew by \"overwrite\""
                                                                + " instead of \"resume\"."),
                                failure("broken")),
                () ->
                        assertEquals(
                                "Option \"start\": there is no file \""
                                        + folder
                                        + "/nothing.zip\".",
                                failure("no start")),
                () ->
                        assertEquals(
                                "freeze keeps the contracting path of the model to start from, but no"
                                        + " such model was given.",
                                failure("freeze")),
                () ->
                        assertEquals(
                                "features is 5, but the model 'new' to start from has 2: leave it out.",
                                failure("features")),
                () ->
                        assertEquals(
                                "patience needs the loss of held-out slices, but validation holds out none.",
                                failure("patience")),
                () ->
                        assertEquals(
                                "warmup is 6, but must be below the 6 iterations.",
                                failure("warmup")),
                () ->
                        assertEquals(
                                "Option \"schedule\" must be one of none, cosine, plateau; got \"step\".",
                                failure("schedule")),
                () ->
                        assertTrue(
                                failure("average").startsWith("Option \"average\" must be"),
                                failure("average")),
                () ->
                        assertTrue(
                                failure("focus").startsWith("Option \"focus\" must be"),
                                failure("focus")),
                () -> assertTrue(Files.notExists(folder.resolve("x.zip"))),
                () -> assertTrue(Files.notExists(folder.resolve("x.lock"))));
    }
}
