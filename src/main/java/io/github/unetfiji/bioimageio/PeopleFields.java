package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a description says to people: authors, citations, tags, pictures. All of it may be missing. */
final class PeopleFields {

    private final Field root;
    private final PackageFiles files;

    PeopleFields(final Field root, final PackageFiles files) {
        this.root = root;
        this.files = files;
    }

    /** The id in the zoo; the nickname of older packages. */
    Optional<String> id() {
        return root.given("id")
                .or(
                        () ->
                                root.given("config")
                                        .flatMap(config -> config.given("bioimageio"))
                                        .flatMap(config -> config.given("nickname")))
                .map(Field::line);
    }

    /** NB: the parser makes dates of texts that look like one. */
    void checkTimestamp() {
        final Field timestamp = root.at("timestamp");
        if (!(timestamp.value().orElse("") instanceof String
                || timestamp.value().get() instanceof Date)) {
            throw timestamp.wrong("a date");
        }
    }

    String description() {
        return root.given("description").map(Field::prose).orElse("");
    }

    List<String> authors() {
        return all("authors", author -> author.isMap() ? author.at("name").line() : author.line());
    }

    List<String> citations() {
        return all("cite", PeopleFields::citation);
    }

    private static String citation(final Field entry) {
        if (!entry.isMap()) {
            return entry.line();
        }
        if (Stream.of("text", "doi", "url").allMatch(key -> entry.given(key).isEmpty())) {
            throw entry.at("text").wrong("a text");
        }
        return Legible.shortened(
                Stream.of("text", "doi", "url")
                        .flatMap(key -> entry.given(key).stream())
                        .map(Field::line)
                        .collect(Collectors.joining(", ")),
                500);
    }

    List<String> tags() {
        return all("tags", Field::line);
    }

    List<PackageFile> covers() {
        return all("covers", cover -> FileField.offered(cover, files)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<PackageFile> documentation() {
        return root.given("documentation").flatMap(text -> FileField.offered(text, files));
    }

    private <T> List<T> all(final String key, final Function<Field, T> read) {
        return root.given(key)
                .map(list -> list.items().stream().map(read).toList())
                .orElse(List.of());
    }
}
