package io.github.unetfiji.bridge.headless;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/**
 * Passes everything on, but hands the lines that one method prints to a listener instead.
 *
 * <p>NB: ImageJ has no other way to learn the message of {@code exit("message")} or of a macro error when there is no display.
 */
final class InterceptingPrintStream extends PrintStream {

    private final String className;
    private final String method;
    private final Consumer<String> listener;

    InterceptingPrintStream(
            final PrintStream to,
            final String className,
            final String method,
            final Consumer<String> listener) {
        super(to, true, Charset.defaultCharset());
        this.className = className;
        this.method = method;
        this.listener = listener;
    }

    @Override
    public void println(final String line) {
        if (isFromMethod()) {
            listener.accept(line);
        } else {
            super.println(line);
        }
    }

    private boolean isFromMethod() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.anyMatch(
                                        frame ->
                                                frame.getClassName().equals(className)
                                                        && frame.getMethodName().equals(method)));
    }
}
