package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.network.Architecture.DROPOUT;
import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.FREEZE;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.KIND;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.LabelKind;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FineTuningTest {

    private static final List<AnnotatedImage> SQUARES = List.of(TestLabels.squares(48, 3));
    private static final UNetModel START =
            Training.of("parent", SQUARES, tiny().with(FEATURES, 2).with(DEPTH, 1).build())
                    .optNote("for tests")
                    .run()
                    .model();

    private static TrainingSettings.Builder tiny() {
        return TrainingSettings.builder().with(PATCH, 36).with(ITERATIONS, 3).with(RATE, 0.01);
    }

    private static Set<String> changed(final Parameters before, final Parameters after) {
        final Set<String> names = new TreeSet<>();
        for (final String name : after.names()) {
            if (!before.get(name).equals(after.get(name))) {
                names.add(name);
            }
        }
        return names;
    }

    @Test
    void goesOnFromTheParent() {
        final UNetModel child =
                Training.of("child", SQUARES, tiny().with(ITERATIONS, 1).with(RATE, 1e-30).build())
                        .optStart(START)
                        .run()
                        .model();
        assertEquals(START.parameters(), child.parameters(), "a step of no length changes nothing");
        assertEquals(START.architecture(), child.architecture());
        final Object parents = child.provenance().get("parents");
        assertEquals("parent", ((Map<?, ?>) ((List<?>) parents).get(0)).get("name"));
        assertEquals("for tests", ((Map<?, ?>) ((List<?>) parents).get(0)).get("note"));
    }

    @Test
    void grandparentsAreRemembered() {
        final UNetModel child =
                Training.of("child", SQUARES, tiny().build()).optStart(START).run().model();
        final UNetModel grandchild =
                Training.of("grandchild", SQUARES, tiny().build()).optStart(child).run().model();
        assertEquals(
                List.of("child", "parent"),
                ((List<?>) grandchild.provenance().get("parents"))
                        .stream().map(parent -> ((Map<?, ?>) parent).get("name")).toList());
    }

    @Test
    void frozenIsTheContractingPathAndNothingElse() {
        final UNetModel child =
                Training.of("child", SQUARES, tiny().with(FREEZE, true).with(DROPOUT, 0).build())
                        .optStart(START)
                        .run()
                        .model();
        final Set<String> changed = changed(START.parameters(), child.parameters());
        final Set<String> expected = new TreeSet<>(START.parameters().names());
        expected.removeIf(name -> name.startsWith("enc"));
        assertEquals(expected, changed);
    }

    @Test
    void otherClassesReplaceTheHead() {
        final UNetModel child =
                Training.of(
                                "child",
                                SQUARES,
                                tiny().with(KIND, LabelKind.CLASSES)
                                        .with(ITERATIONS, 1)
                                        .with(RATE, 1e-30)
                                        .build())
                        .optStart(START)
                        .run()
                        .model();
        assertEquals(2, child.architecture().classes());
        final int[] three = new int[48 * 48];
        final float[] image = new float[48 * 48];
        for (int i = 0; i < three.length; i++) {
            three[i] = i / 8 % 3;
            image[i] = 10 * three[i] + i % 3;
        }
        final AnnotatedImage threeClasses =
                new AnnotatedImage(
                        "three", Slices.gray(48, 48, image), new TestLabels(48, 48, three));
        final UNetModel other =
                Training.of(
                                "three",
                                List.of(threeClasses),
                                tiny().with(KIND, LabelKind.CLASSES)
                                        .with(ITERATIONS, 1)
                                        .with(RATE, 1e-30)
                                        .build())
                        .optStart(START)
                        .run()
                        .model();
        assertEquals(3, other.architecture().classes());
        assertEquals(
                List.of("head.weight", "head.bias"), other.provenance().get("layers_begun_anew"));
        for (final String name : START.parameters().names()) {
            if (name.startsWith("head")) {
                assertNotEquals(START.parameters().get(name), other.parameters().get(name));
            } else {
                assertEquals(START.parameters().get(name), other.parameters().get(name), name);
            }
        }
    }

    @Test
    void otherChannelsReplaceTheFirstLayerWhichIsThenNotFrozen() {
        final AnnotatedImage twoChannels =
                new AnnotatedImage(
                        "two", Slices.noise(48, 48, 2, 3, 1), SQUARES.get(0).annotations());
        final UNetModel child =
                Training.of(
                                "two",
                                List.of(twoChannels),
                                tiny().with(FREEZE, true).with(DROPOUT, 0).build())
                        .optStart(START)
                        .run()
                        .model();
        assertEquals(
                List.of("enc0.conv1.weight", "enc0.conv1.bias"),
                child.provenance().get("layers_begun_anew"));
        for (final String name : START.parameters().names()) {
            if (name.startsWith("enc") && !name.startsWith("enc0.conv1")) {
                assertEquals(START.parameters().get(name), child.parameters().get(name), name);
            }
        }
        assertEquals(2, child.architecture().channels());
        assertNotEquals(
                Parameters.initial(child.architecture(), 1).get("enc0.conv1.weight"),
                child.parameters().get("enc0.conv1.weight"));
    }

    @Test
    void anotherSizeOfNetwork() {
        final Training training =
                Training.of("child", SQUARES, tiny().with(FEATURES, 8).build()).optStart(START);
        assertEquals(
                "features is 8, but the model 'parent' to start from has 2: leave it out.",
                assertThrows(UNetException.class, training::run).getMessage());
    }

    @Test
    void freezingWithoutAModel() {
        final Training training = Training.of("x", SQUARES, tiny().with(FREEZE, true).build());
        assertEquals(
                "freeze keeps the contracting path of the model to start from, but no such model was"
                        + " given.",
                assertThrows(UNetException.class, training::run).getMessage());
    }
}
