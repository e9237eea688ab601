package io.github.unetfiji.bridge.input;

/** How a sentence about an input names it. */
public enum Wording {
    /** By its key, which a macro has written: {@code Option "tile"}. */
    MACRO {
        @Override
        public String of(final CommandInput input) {
            return "Option \"" + input.key() + "\"";
        }

        @Override
        public String missing(final CommandInput input) {
            return of(input) + " (" + input.label() + ")";
        }
    },
    /** By its label, which the dialog shows, without what stands in parentheses: {@code "Tile size"}. */
    DIALOG {
        @Override
        public String of(final CommandInput input) {
            return "\"" + input.label().replaceAll("\\s*\\([^)]*\\)$", "") + "\"";
        }

        @Override
        public String missing(final CommandInput input) {
            return of(input);
        }
    };

    public abstract String of(CommandInput input);

    /** The same for an input that was not given, whose key need not be known. */
    public abstract String missing(CommandInput input);
}
