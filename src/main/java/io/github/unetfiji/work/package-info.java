/**
 * Long work on this machine: several threads, Java's memory, and the end of the program. {@link
 * io.github.unetfiji.work.ParallelWork} divides work among threads. {@link io.github.unetfiji.work.JavaMemory} refuses work for which
 * there is no memory, and {@link io.github.unetfiji.work.AwaitedWork} makes the end of the program wait until work has cleaned up.
 *
 * <pre>
 * List&lt;Score&gt; scores = ParallelWork.results(slices, threads, z -&gt; score(z));
 * JavaMemory.check(bytes, "The weight map", "take fewer slices");
 * </pre>
 */
package io.github.unetfiji.work;
