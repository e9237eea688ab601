package io.github.unetfiji.model;

import io.github.unetfiji.file.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whose a model is, from where BioImage.IO has it. */
final class PublicationReader {

    private final YamlMap rdf;

    PublicationReader(final YamlMap rdf) {
        this.rdf = rdf;
    }

    /**
     * What the description says.
     *
     * @param cover the model's own, if it has one
     * @throws io.github.unetfiji.UNetException if a field is not as the format says
     */
    Publication read(final Optional<Cover> cover) {
        return new Publication(
                rdf.map().containsKey("license") ? rdf.text("license") : License.DEFAULT,
                authors(),
                tags(),
                dataset(),
                cover);
    }

    /** NB: others may have put a whole description of the data there. */
    private Optional<String> dataset() {
        return rdf.map().get("training_data") instanceof Map<?, ?> data
                        && data.get("id") instanceof String id
                ? Optional.of(id).filter(Publication::isId)
                : Optional.empty();
    }

    private List<Author> authors() {
        return list("authors").stream()
                .map(author -> author(author))
                .filter(author -> !author.name().equals(ResourceDescription.PROGRAM))
                .toList();
    }

    private Author author(final Object author) {
        if (!(author instanceof Map<?, ?> map)) {
            throw rdf.wrong("authors", "a list of maps");
        }
        final YamlMap fields = new YamlMap(map, "rdf.yaml.authors");
        return new Author(
                fields.text("name"),
                text(fields, "affiliation"),
                text(fields, "orcid"),
                text(fields, "github_user"));
    }

    private static Optional<String> text(final YamlMap map, final String key) {
        return map.map().get(key) == null ? Optional.empty() : Optional.of(map.text(key));
    }

    /** NB: what every model has is written anew. Others may have changed the list, so a tag that is no word is left out. */
    private List<String> tags() {
        return list("tags").stream()
                .map(String::valueOf)
                .filter(tag -> !ResourceDescription.TAGS.contains(tag))
                .filter(Publication::isTag)
                .toList();
    }

    private List<?> list(final String key) {
        return rdf.map().containsKey(key) ? rdf.list(key) : List.of();
    }
}
