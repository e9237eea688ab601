/**
 * Runs ImageJ macros without a display, from a terminal, with the commands of this plugin in ImageJ's command table. Progress and the
 * log go to standard output; a failure of the macro or of a command is one sentence on standard error and exit code 1.
 *
 * <p>Start from {@link io.github.unetfiji.bridge.headless.MacroRunner}, the main class of the jar:
 *
 * <pre>
 * mvn -q compile exec:java -Dexec.args="FILE.ijm ARGUMENT"
 * </pre>
 *
 * <p>NB: ImageJ's classes are rewritten as they load, by ij1-patcher, so {@link
 * io.github.unetfiji.bridge.headless.HeadlessImageJ} must come before any use of them.
 */
package io.github.unetfiji.bridge.headless;
