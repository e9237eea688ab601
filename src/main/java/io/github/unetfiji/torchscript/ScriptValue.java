package io.github.unetfiji.torchscript;

/**
 * What is known of a value of a program before it runs.
 *
 * @param kind of it
 * @param name of the class or function
 * @param least of a whole number
 * @param most of a whole number
 */
record ScriptValue(Kind kind, String name, long least, long most) {

    enum Kind {
        /** A tensor, text, list, or anything else that has no methods of the program. */
        DATA,
        /** A whole number that lies between two. */
        NUMBER,
        /** A list with such a number in it that the smallest of its items lies between two. */
        NUMBERS,
        /** An object of a class of the program. */
        OBJECT,
        /** A function of the program. */
        FUNCTION,
        /** A class of the program. */
        CLASS,
        /** An operator that is allowed. */
        OPERATOR
    }

    static final ScriptValue DATA = new ScriptValue(Kind.DATA, "", 0, 0);

    static ScriptValue of(final Kind kind, final String name) {
        return new ScriptValue(kind, name, 0, 0);
    }

    static ScriptValue number(final long least, final long most) {
        return new ScriptValue(Kind.NUMBER, "", least, most);
    }

    /** What is known where it is this one or another. */
    ScriptValue or(final ScriptValue other) {
        if (kind == Kind.NUMBER && other.kind == Kind.NUMBER) {
            return number(Math.min(least, other.least), Math.max(most, other.most));
        }
        return equals(other) ? this : DATA;
    }
}
