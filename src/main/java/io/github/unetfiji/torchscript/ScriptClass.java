package io.github.unetfiji.torchscript;

import java.util.List;
import java.util.Map;

/**
 * A class of a program.
 *
 * @param name full name, such as {@code __torch__.torch.nn.modules.conv.Conv2d}
 * @param base such as {@code Module}, {@code NamedTuple}, {@code Interface}, {@code Enum}; empty: none
 * @param attributes types by name
 * @param lists texts by name: {@code __parameters__}, {@code __buffers__}
 * @param methods by their short names
 */
record ScriptClass(
        String name,
        String base,
        Map<String, ScriptExpression> attributes,
        Map<String, List<String>> lists,
        Map<String, ScriptFunction> methods) {

    /** Whether methods are told, and others have them. */
    boolean isInterface() {
        return base.equals("Interface") || base.equals("ModuleInterface");
    }
}
