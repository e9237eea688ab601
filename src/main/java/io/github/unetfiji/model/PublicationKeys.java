package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings of what a model file says of its authors and its use. No result of a model depends on them. */
public final class PublicationKeys {

    /** Names of the authors, with semicolons between them. */
    public static final Setting<String> AUTHOR = Setting.text("author", "");

    /** Where the authors work, in their order, with semicolons; may be fewer. */
    public static final Setting<String> AFFILIATION = Setting.text("affiliation", "");

    /** ORCID iDs of the authors, the same way. */
    public static final Setting<String> ORCID = Setting.text("orcid", "");

    /** GitHub accounts of the authors, the same way. */
    public static final Setting<String> GITHUB = Setting.text("github", "");

    /** Id of a licence; empty: that of the model to start from, otherwise {@link License#DEFAULT}. */
    public static final Setting<String> LICENSE = Setting.text("license", "");

    /** Words, with commas between them; empty: those of the model to start from. */
    public static final Setting<String> TAGS = Setting.text("tags", "");

    /** Id of the training data in the zoo. */
    public static final Setting<String> DATASET = Setting.text("dataset", "");

    /** All of them. */
    public static final List<Setting<?>> ALL =
            List.of(AUTHOR, AFFILIATION, ORCID, GITHUB, LICENSE, TAGS, DATASET);

    private PublicationKeys() {}

    /**
     * What these settings say.
     *
     * @param start of the model that a training goes on from
     * @throws UNetException if a value is not allowed; names the key
     */
    public static Publication of(final Settings values, final Optional<Publication> start) {
        final Publication before = start.orElse(Publication.NONE);
        final String license = values.get(LICENSE).strip();
        final List<String> tags = parts(values.get(TAGS).toLowerCase(Locale.ROOT), ",");
        return new Publication(
                license.isEmpty() ? before.license() : license,
                authors(values),
                tags.isEmpty() ? before.tags() : tags,
                Optional.of(values.get(DATASET).strip()).filter(id -> !id.isEmpty()),
                Optional.empty());
    }

    /**
     * What these settings say of a model that goes on from another one. The package of another program keeps its licence: who trains it
     * further cannot give others more than its authors gave.
     *
     * @param start that the training goes on from, if there is one
     * @throws UNetException if a value is not allowed; names the key
     */
    public static Publication from(final Settings values, final Optional<SegmentationModel> start) {
        if (start.isPresent() && start.get() instanceof ImportedModel model) {
            checkLicense(values.get(LICENSE).strip(), model);
        }
        return of(
                values,
                start.filter(UNetModel.class::isInstance)
                        .map(model -> ((UNetModel) model).publication()));
    }

    private static void checkLicense(final String license, final ImportedModel start) {
        final Optional<String> kept = start.description().license();
        if (!license.isEmpty() && !license.equalsIgnoreCase(kept.orElse(""))) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s is '%s', but what goes on from the model '%s' of another program %s: leave it out.",
                            LICENSE,
                            Legible.echo(license),
                            start.name(),
                            kept.map(own -> "keeps its licence, " + Legible.echo(own))
                                    .orElse("cannot be given a licence, since that has none")));
        }
    }

    private static List<Author> authors(final Settings values) {
        final List<String> names = parts(values.get(AUTHOR), ";");
        final List<String> affiliations = of(AFFILIATION, values, names);
        final List<String> orcids = of(ORCID, values, names);
        final List<String> accounts = of(GITHUB, values, names);
        final List<Author> authors = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            authors.add(
                    new Author(
                            names.get(i),
                            at(i, affiliations),
                            at(i, orcids).map(PublicationKeys::orcid),
                            at(i, accounts)));
        }
        return authors;
    }

    private static List<String> of(
            final Setting<String> key, final Settings values, final List<String> names) {
        final List<String> parts = parts(values.get(key), ";");
        if (parts.size() > names.size()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s tells of %d author(s), but author names %d.",
                            key,
                            parts.size(),
                            names.size()));
        }
        return parts;
    }

    /** NB: an empty part is an author without one, so only those at the end are left out. */
    private static List<String> parts(final String text, final String between) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(between)).map(String::strip).toList();
    }

    private static Optional<String> at(final int i, final List<String> parts) {
        return i < parts.size()
                ? Optional.of(parts.get(i)).filter(part -> !part.isEmpty())
                : Optional.empty();
    }

    /** NB: people copy the address. */
    private static String orcid(final String id) {
        return id.replaceFirst("^https?://orcid\\.org/", "");
    }
}
