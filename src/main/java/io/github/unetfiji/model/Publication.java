package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.Optional;

/**
 * What a model file says for those who get it from somebody else: whose it is, what they may do with it, and how they find it.
 *
 * @param license id of the SPDX list
 * @param authors may be none
 * @param tags by which the zoo sorts models, besides those that every model of this program has
 * @param dataset id of the training data in the zoo, such as {@code ilastik/isbi2012_neuron_segmentation_challenge}
 * @param cover a slice and its prediction; empty: the file shows its test image
 */
public record Publication(
        String license,
        List<Author> authors,
        List<String> tags,
        Optional<String> dataset,
        Optional<Cover> cover) {

    /** Nobody chose anything. */
    public static final Publication NONE =
            new Publication(
                    License.DEFAULT, List.of(), List.of(), Optional.empty(), Optional.empty());

    /**
     * @throws UNetException if there is no such licence, or if a tag or an id has other characters than the format allows; names the
     *     macro key
     */
    public Publication {
        license = License.find(license);
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        tags.stream()
                .filter(tag -> !isTag(tag))
                .findFirst()
                .ifPresent(
                        tag -> {
                            throw new UNetException(
                                    "tags has '"
                                            + Legible.echo(tag)
                                            + "', but a tag is a word of small letters, digits,"
                                            + " dots and hyphens, such as electron-microscopy.");
                        });
        dataset.filter(id -> !isId(id))
                .ifPresent(
                        id -> {
                            throw new UNetException(
                                    "dataset is '"
                                            + Legible.echo(id)
                                            + "', but must be the id of a data set of bioimage.io: small"
                                            + " letters, digits, and _ - / . between them.");
                        });
    }

    /** The same with a picture. */
    public Publication with(final Cover picture) {
        return new Publication(license, authors, tags, dataset, Optional.of(picture));
    }

    static boolean isId(final String id) {
        return id.matches("[a-z0-9_.-]+(/[a-z0-9_.-]+)*");
    }

    static boolean isTag(final String word) {
        return word.matches("[a-z0-9][a-z0-9.-]*");
    }
}
