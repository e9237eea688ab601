/**
 * Files on the disk, whatever they hold: files that are written whole or not at all, temporary files that vanish with the
 * program, zip files that may be hostile, comma-separated tables, checksums. Each failure is one sentence that names the file.
 *
 * <p>Start from {@link io.github.unetfiji.file.AtomicFile} to write, and from {@link io.github.unetfiji.file.ReadableFile} to read.
 *
 * <pre>
 * AtomicFile.write(Path.of("cells.zip"), path -&gt; Files.write(path, bytes));
 * ReadableFile.check("The model", Path.of("cells.zip"));
 * </pre>
 */
package io.github.unetfiji.file;
