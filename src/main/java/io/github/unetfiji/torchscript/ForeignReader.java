package io.github.unetfiji.torchscript;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of an archive as a program with its tensors. */
final class ForeignReader {

    /** NB: libtorch follows submodules as deep as they go. */
    private static final int DEEPEST = 100;

    private static final int MOST_TENSORS = 200_000;
    private static final String STORAGES = "data/";

    private final ArchiveFiles files;
    private final ScriptProgram program;
    private final Map<String, StoredTensor> parameters = new LinkedHashMap<>();
    private final Map<String, StoredTensor> buffers = new LinkedHashMap<>();
    private int visited;

    private ForeignReader(final ArchiveFiles files, final ScriptProgram program) {
        this.files = files;
        this.program = program;
    }

    /**
     * Reads and checks a program.
     *
     * @throws UNetException if it is damaged, or does what is not allowed
     */
    static ForeignProgram read(final ArchiveFiles files) {
        return new ForeignReader(files, ScriptProgram.of(files.texts())).read();
    }

    private ForeignProgram read() {
        ProgramCheck.checkHooks(program);
        final Object root = unpickle(ArchiveFiles.DATA, STORAGES);
        unpickle(ArchiveFiles.CONSTANTS, "constants/");
        if (!(root instanceof PickledObject module)) {
            throw new UNetException("The weights are no module: data.pkl holds something else.");
        }
        StoredTypes.check(root, program);
        collect(module, "", 0);
        if (!hasForward(module.type())) {
            throw new UNetException(
                    "The weights hold no program that can be run: '"
                            + Legible.echo(module.type())
                            + "' has no forward.");
        }
        final Map<String, TextChanges> changes =
                new ProgramCheck(program, new StoredNumbers(root, program)).check();
        final Map<String, String> texts = files.texts();
        changes.forEach(
                (name, change) ->
                        texts.computeIfPresent(name, (same, text) -> change.applied(text)));
        return new ForeignProgram(
                files.with(texts).archive(), tensors(parameters), tensors(buffers));
    }

    private boolean hasForward(final String type) {
        final ScriptClass found = program.classes().get(type);
        return found != null && found.methods().containsKey("forward");
    }

    private StoredTensors tensors(final Map<String, StoredTensor> places) {
        return new StoredTensors(places, key -> files.get(STORAGES + key));
    }

    private Object unpickle(final String name, final String folder) {
        final Unpickler unpickler = new Unpickler(files.get(name));
        final Object content = unpickler.read();
        unpickler.storages().forEach((key, size) -> checkStorage(folder + key, size));
        return content;
    }

    /** NB: libtorch reads as much as the pickle says, whatever the file has. */
    private void checkStorage(final String name, final long size) {
        if (files.get(name).length < size) {
            throw new UNetException(
                    "The weights are incomplete: " + name + " is missing or too short.");
        }
    }

    private void collect(final PickledObject module, final String path, final int depth) {
        if (depth > DEEPEST || visited++ > MOST_TENSORS) {
            throw new UNetException("The program has too many modules within modules.");
        }
        final List<String> learned = program.list(module.type(), "__parameters__");
        final List<String> others = program.list(module.type(), "__buffers__");
        module.attributes()
                .forEach(
                        (name, value) -> {
                            if (value instanceof PickledObject child) {
                                collect(child, path + name + ".", depth + 1);
                            } else if (value instanceof StoredTensor tensor) {
                                visited++;
                                if (learned.contains(name)) {
                                    parameters.put(path + name, tensor);
                                } else if (others.contains(name)) {
                                    buffers.put(path + name, tensor);
                                }
                            }
                        });
    }
}
