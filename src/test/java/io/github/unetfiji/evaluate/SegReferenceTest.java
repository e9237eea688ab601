package io.github.unetfiji.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.labels.LabelMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SEG and foreground IoU are those that other code computed, object by object. */
class SegReferenceTest {

    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"s1_rules", "s2_split_and_disconnected"})
    void matches(final String name) throws Exception {
        final ReferenceImages images = ReferenceImages.in("seg");
        final List<LabelMap> truth = images.labels(name + "_ref");
        final List<LabelMap> result = images.labels(name + "_res");
        final Map<?, ?> expected = (Map<?, ?>) images.expected().get(name);
        final SegScore actual = SegScore.of(truth, result);
        assertEquals(number(expected.get("SEG")), actual.value(), EXACT);
        assertEquals(
                number(expected.get("foreground_IoU")),
                ClassScores.foreground(truth, result).iou(),
                EXACT);
        final List<?> objects = (List<?>) expected.get("objects");
        assertEquals(objects.size(), actual.objects().size());
        for (int k = 0; k < objects.size(); k++) {
            final Map<?, ?> object = (Map<?, ?>) objects.get(k);
            final SegScore.ObjectMatch match = actual.objects().get(k);
            assertEquals(number(object.get("frame")), match.slice());
            assertEquals(number(object.get("ref")), match.id());
            assertEquals(number(object.get("area")), match.area());
            final Object other = object.get("match");
            assertEquals(other == null ? 0 : number(other), match.match());
            assertEquals(number(object.get("J")), match.jaccard(), EXACT);
        }
    }

    private static double number(final Object value) {
        return ((Number) value).doubleValue();
    }
}
