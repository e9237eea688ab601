package io.github.unetfiji.plain;

/** How a sentence about an input names it. */
enum Wording {
    /** By its key, which a macro has written: {@code Option "tile"}. */
    MACRO {
        @Override
        String of(final CommandInput input) {
            return "Option \"" + input.key() + "\"";
        }

        @Override
        String missing(final CommandInput input) {
            return of(input) + " (" + input.label() + ")";
        }
    },
    /** By its label, which the dialog shows, without what stands in parentheses: {@code "Tile size"}. */
    DIALOG {
        @Override
        String of(final CommandInput input) {
            return "\"" + input.label().replaceAll("\\s*\\([^)]*\\)$", "") + "\"";
        }

        @Override
        String missing(final CommandInput input) {
            return of(input);
        }
    };

    abstract String of(CommandInput input);

    /** The same for an input that was not given, whose key need not be known. */
    abstract String missing(CommandInput input);
}
