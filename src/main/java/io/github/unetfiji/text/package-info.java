/**
 * Words for people and for macros: numbers of things, durations, sizes of memory, macro lines. The digits are plain in every
 * language of the user. No text is parsed here, except the words that macros use for the values of enumerations.
 *
 * <p>Start from {@link io.github.unetfiji.text.MacroWord}, by which commands and model files name values, or from {@link
 * io.github.unetfiji.text.Durations}.
 *
 * <pre>
 * Counted.of(12, "slice");                                   // 12 slices
 * Durations.about(7500);                                     // 2 h 5 min
 * MemorySize.about(3L &lt;&lt; 30);                                // 3.0 GB
 * MacroWord.find(Schedule.class, "schedule", "cosine");      // Schedule.COSINE
 * </pre>
 */
package io.github.unetfiji.text;
