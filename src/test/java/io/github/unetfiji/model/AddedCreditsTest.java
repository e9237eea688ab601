package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who trains a model further stands behind those who made it, and changes nothing of their licence. */
class AddedCreditsTest {

    private static final Map<String, Object> FIRST = Map.of("name", "First");

    private static Author author(final String name, final String account) {
        return new Author(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.of(account).filter(text -> !text.isEmpty()));
    }

    private static Map<String, Object> original() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("authors", List.of(FIRST));
        map.put("license", "MIT");
        map.put("tags", List.of("nuclei"));
        return map;
    }

    @Test
    void peopleAreAddedAndTagsReplaced() {
        final Map<String, Object> map = original();
        new AddedCredits(
                        new Publication(
                                "CC0-1.0",
                                List.of(author("First", ""), author("Second", "second")),
                                List.of("cells"),
                                Optional.of("a/b"),
                                Optional.empty()))
                .to(map);
        final Map<String, Object> second = Map.of("name", "Second", "github_user", "second");
        assertEquals(
                Map.of(
                        "authors", List.of(FIRST, second),
                        "maintainers", List.of(second),
                        "license", "MIT",
                        "tags", List.of("cells"),
                        "training_data", Map.of("id", "a/b")),
                map);
    }

    @Test
    void whoSaysNothingChangesNothing() {
        final Map<String, Object> map = original();
        new AddedCredits(Publication.NONE).to(map);
        assertEquals(original(), map);
    }
}
