package io.github.unetfiji.text;

/** A number of things in words. */
public final class Counted {

    private Counted() {}

    /**
     * Such as {@code 1 slice}, {@code 0 slices}, {@code 1200 slices}; digits are plain in every language.
     *
     * @param one the word for one; its plural takes an s
     */
    public static String of(final long number, final String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
