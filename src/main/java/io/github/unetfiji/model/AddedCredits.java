package io.github.unetfiji.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What those who trained a package of another program further add to its description: themselves behind its authors, their tags, and
 * the id of their data. The licence stays that of the package.
 *
 * @param publication of the training; its licence does not count
 */
record AddedCredits(Publication publication) {

    /** Adds it to a description of format 0.4 or 0.5. */
    void to(final Map<String, Object> description) {
        append(description, "authors", publication.authors());
        append(
                description,
                "maintainers",
                publication.authors().stream()
                        .filter(author -> author.github().isPresent())
                        .toList());
        if (!publication.tags().isEmpty()) {
            description.put("tags", publication.tags());
        }
        publication.dataset().ifPresent(id -> description.put("training_data", Map.of("id", id)));
    }

    /** NB: who trains their own model once more is there already. */
    private static void append(
            final Map<String, Object> description, final String key, final List<Author> people) {
        final List<Object> all = new ArrayList<>();
        if (description.get(key) instanceof List<?> before) {
            all.addAll(before);
        }
        people.stream()
                .filter(author -> all.stream().noneMatch(other -> isNamed(other, author.name())))
                .map(author -> new LinkedHashMap<>(author.toMap()))
                .forEach(all::add);
        if (!all.isEmpty()) {
            description.put(key, all);
        }
    }

    private static boolean isNamed(final Object person, final String name) {
        return person instanceof Map<?, ?> map && name.equals(map.get("name"));
    }
}
