package io.github.unetfiji.torchscript;

/**
 * A word, number, text or sign of a program.
 *
 * @param kind of it
 * @param text as it stands in the program; of a text without its quotes
 * @param at where it begins
 * @param end where it ends
 */
record ScriptToken(Kind kind, String text, int at, int end) {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN
    }

    boolean is(final String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName(final String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
