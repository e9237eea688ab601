package io.github.unetfiji.torchscript;

import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a failure in place of calls of a text.
 *
 * <p>The failure is a statement before that of the call, whose value then is never used: so the types of the program stay as
 * they are.
 */
final class TextChanges {

    private record Change(int end, String text) {}

    private final TreeMap<Integer, Change> changes = new TreeMap<>();

    /**
     * @param statement where the statement begins in the text
     * @param at where the call begins in the text
     * @param end where it ends
     */
    void fail(final String operator, final int statement, final int at, final int end) {
        final String message = "The operator " + operator + " is newer than this libtorch.";
        changes.put(
                statement,
                new Change(
                        statement,
                        "ops.prim.RaiseException(\"" + message + "\", \"builtins.RuntimeError\")"));
        changes.put(at + 1, new Change(end, "uninitialized(Tensor)"));
    }

    /** The text with the changes. */
    String applied(final String text) {
        final StringBuilder changed = new StringBuilder();
        int from = 0;
        for (final Map.Entry<Integer, Change> entry : changes.entrySet()) {
            final Change change = entry.getValue();
            final boolean isStatement = change.end() == entry.getKey();
            final int at = isStatement ? entry.getKey() : entry.getKey() - 1;
            if (at < from) {
                continue; // NB: within a call that is gone.
            }
            changed.append(text, from, at).append(change.text());
            if (isStatement) {
                final int line = text.lastIndexOf('\n', at - 1) + 1;
                changed.append('\n').append(text, line, at);
            }
            from = change.end();
        }
        return changed.append(text.substring(from)).toString();
    }
}
