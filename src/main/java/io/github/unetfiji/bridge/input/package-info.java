/**
 * What a command declares with SciJava's {@code @Parameter}, and how the texts of a macro or a dialog become its values: strictly, with
 * one sentence for every text that cannot be used. Nothing here opens a window; images are looked up among those that are open.
 *
 * <p>Start from {@link io.github.unetfiji.bridge.input.CommandInputs}:
 *
 * <pre>{@code
 * CommandInputs inputs = CommandInputs.of(module);
 * Map<String, String> texts = inputs.texts(MacroOptions.parse("model=[my cells.zip] tile=572 measure"));
 * Map<String, Object> values = inputs.values(texts, new OpenImages()); // or a UNetException that says what is wrong
 * values.forEach(module::setInput);
 * }</pre>
 *
 * <p>NB: ImageJ's own {@code Macro.getValue} finds a key inside a longer one, and SciJava ignores unknown keys and turns bad numbers into
 * 0; hence a parser of our own.
 */
package io.github.unetfiji.bridge.input;
