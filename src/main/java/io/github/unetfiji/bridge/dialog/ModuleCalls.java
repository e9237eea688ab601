package io.github.unetfiji.bridge.dialog;

import java.lang.reflect.InvocationTargetException;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;

/** Calls the methods that a command names in its annotations; exceptions that they throw reach the caller unwrapped. */
public final class ModuleCalls {

    /** A method of a command that SciJava calls. */
    private interface Call {
        void run() throws MethodCallException;
    }

    private ModuleCalls() {}

    /** The initializers of the command and of its inputs. */
    public static void initialize(final Module module) {
        call(module, module::initialize);
    }

    /** The callback of an input, if it has one. */
    static void callback(final Module module, final String key) {
        call(module, () -> module.getInfo().getInput(key).callback(module));
    }

    private static void call(final Module module, final Call call) {
        try {
            call.run();
        } catch (final MethodCallException e) {
            Throwable cause = e;
            while (cause.getCause() != null
                    && (cause instanceof MethodCallException
                            || cause instanceof InvocationTargetException)) {
                cause = cause.getCause();
            }
            if (cause instanceof Error) {
                throw (Error) cause;
            }
            throw cause instanceof RuntimeException
                    ? (RuntimeException) cause
                    : new IllegalStateException(
                            "A method of " + module.getInfo().getTitle() + " failed.", cause);
        }
    }
}
