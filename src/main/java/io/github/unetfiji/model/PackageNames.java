package io.github.unetfiji.model;

import java.util.Locale;

/** The names that the format allows, made of those that people gave. */
final class PackageNames {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 128;

    private PackageNames() {}

    /**
     * ASCII letters, digits and _+- (), 5 to 128 of them.
     *
     * @param kind word before a name that is too short, at least 5 characters
     */
    static String name(final String name, final String kind) {
        final String kept = name.replaceAll("[^A-Za-z0-9_+() -]", "_").strip();
        final String enough = kept.length() < SHORTEST ? (kind + " " + kept).strip() : kept;
        return enough.substring(0, Math.min(LONGEST, enough.length()));
    }

    /**
     * Small ASCII letters and digits with single hyphens between them, at most 128.
     *
     * @param otherwise the id of a name that has none of them
     */
    static String id(final String name, final String otherwise) {
        final String words =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        final String enough = words.isEmpty() ? otherwise : words;
        return enough.substring(0, Math.min(LONGEST, enough.length())).replaceAll("-$", "");
    }
}
