package io.github.unetfiji.torchscript;

import io.github.unetfiji.UNetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files of an archive as a program with its tensors. */
final class ForeignReader {

    /** NB: libtorch follows submodules as deep as they go. */
    private static final int DEEPEST = 100;

    private static final int MOST_TENSORS = 200_000;

    private final ArchiveFiles files;
    private final Map<String, StoredTensor> parameters = new LinkedHashMap<>();
    private final Map<String, StoredTensor> buffers = new LinkedHashMap<>();
    private int visited;

    ForeignReader(final ArchiveFiles files) {
        this.files = files;
    }

    ForeignProgram program() {
        final Object root = unpickle(ArchiveFiles.DATA, "data/");
        unpickle(ArchiveFiles.CONSTANTS, "constants/");
        if (!(root instanceof PickledObject module)) {
            throw new UNetException("The weights are no module: data.pkl holds something else.");
        }
        collect(module, "", 0);
        return new ForeignProgram(
                files.with(files.texts()
                        .entrySet().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        java.util.Map.Entry::getKey,
                                        text ->
                                                text.getValue()
                                                        .replaceAll(
                                                                "(?m)^( *)(\\w+) = torch\\._upsample_lanczos2d_aa\\(.*\\)$",
                                                                "$1ops.prim.RaiseException(\"lanczos\", \"builtins.RuntimeError\")\n$1$2 = uninitialized(Tensor)")))).archive(),
                new StoredTensors(parameters, key -> files.get("data/" + key)),
                new StoredTensors(buffers, key -> files.get("data/" + key)));
    }

    private Object unpickle(final String name, final String folder) {
        final Unpickler unpickler = new Unpickler(files.get(name));
        final Object content = unpickler.read();
        unpickler
                .storages()
                .forEach(
                        (key, size) -> {
                            // NB: libtorch reads as much as the pickle says.
                            if (files.get(folder + key).length < size) {
                                throw new UNetException(
                                        "The weights are incomplete: "
                                                + folder
                                                + key
                                                + " is missing or too short.");
                            }
                        });
        return content;
    }

    private void collect(final PickledObject module, final String path, final int depth) {
        if (depth > DEEPEST || visited++ > MOST_TENSORS) {
            throw new UNetException("The program has too many modules within modules.");
        }
        final List<String> own = list(module.type(), "__parameters__");
        final List<String> others = list(module.type(), "__buffers__");
        module.attributes()
                .forEach(
                        (name, value) -> {
                            if (value instanceof PickledObject child) {
                                collect(child, path + name + ".", depth + 1);
                            } else if (value instanceof StoredTensor tensor) {
                                visited++;
                                if (own.contains(name)) {
                                    parameters.put(path + name, tensor);
                                } else if (others.contains(name)) {
                                    buffers.put(path + name, tensor);
                                }
                            }
                        });
    }

    private List<String> list(final String type, final String name) {
        final int dot = type.lastIndexOf('.');
        final String text = files.texts().getOrDefault(type.substring(0, dot), "");
        final Matcher found =
                Pattern.compile(
                                "class "
                                        + Pattern.quote(type.substring(dot + 1))
                                        + "\\(Module\\):\n.*?"
                                        + name
                                        + " = \\[(.*?)\\]",
                                Pattern.DOTALL)
                        .matcher(text);
        return found.find() ? List.of(found.group(1).replaceAll("[\" ]", "").split(",")) : List.of();
    }
}
