package io.github.unetfiji.torchscript;

import io.github.unetfiji.UNetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All classes and functions of a program, by full name.
 *
 * @param classes such as {@code __torch__.UNet}
 * @param functions that belong to no class
 */
record ScriptProgram(Map<String, ScriptClass> classes, Map<String, ScriptFunction> functions) {

    /** Classes that libraries bring along: libtorch looks for these before it looks into the archive. */
    private static final String FOREIGN_CLASSES = "__torch__.torch.classes";

    /**
     * @param texts by the names of their modules
     * @throws UNetException if one is none that PyTorch writes
     */
    static ScriptProgram of(final Map<String, String> texts) {
        final Map<String, ScriptClass> classes = new LinkedHashMap<>();
        final Map<String, ScriptFunction> functions = new LinkedHashMap<>();
        texts.forEach(
                (module, text) -> {
                    if ((module + ".").startsWith(FOREIGN_CLASSES + ".")) {
                        throw new UNetException(
                                "The program defines '" + module + "', where only libraries may.");
                    }
                    final ScriptText read = new ScriptText(module, text);
                    classes.putAll(read.classes());
                    functions.putAll(read.functions());
                });
        for (final String name : functions.keySet()) {
            if (classes.containsKey(name) || (name + ".").startsWith(FOREIGN_CLASSES + ".")) {
                throw new UNetException("The program defines '" + name + "' twice.");
            }
        }
        return new ScriptProgram(classes, functions);
    }

    /** Texts of a list of a class, such as the names of its parameters; empty where there is none. */
    List<String> list(final String type, final String name) {
        return Optional.ofNullable(classes.get(type))
                .map(found -> found.lists().getOrDefault(name, List.of()))
                .orElse(List.of());
    }

    /** What is known of a value of a written type. */
    ScriptValue valueOf(final ScriptExpression type) {
        return type.dotted()
                .filter(classes::containsKey)
                .map(name -> ScriptValue.of(ScriptValue.Kind.OBJECT, name))
                .orElse(ScriptValue.DATA);
    }
}
