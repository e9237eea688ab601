package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.setting.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The differences between the training of a state and the one that is asked for. */
class TrainingIdentityTest {

    private static Map<String, Object> identity(final Map<String, Object> settings) {
        return TrainingIdentity.of(settings, List.of("data"), List.of());
    }

    private static List<String> differences(
            final Map<String, Object> state, final Map<String, Object> asked) {
        return TrainingIdentity.differences(identity(state), identity(asked));
    }

    @Test
    void aStateThatIsOlderThanASettingHasItsDefault() {
        final Map<String, Object> old =
                Settings.DEFAULTS.with(TrainingKeys.RATE, 0.01).plain(TrainingKeys.LEARNED);
        old.keySet().removeAll(List.of("patience", "seed"));
        final Map<String, Object> same =
                Settings.DEFAULTS.with(TrainingKeys.RATE, 0.01).plain(TrainingKeys.LEARNED);
        assertEquals(List.of(), differences(old, same));
        same.put("patience", 3);
        assertEquals(List.of("patience is 3, but was 0"), differences(old, same));
    }

    @Test
    void aKeyThatIsNoSettingHasNoDefault() {
        final Map<String, Object> own = new LinkedHashMap<>(Map.of("loss", "focal 2"));
        assertEquals(List.of("loss is focal 2, but was not set"), differences(Map.of(), own));
        assertEquals(List.of("loss is not set, but was focal 2"), differences(own, Map.of()));
    }
}
