package io.github.unetfiji.torchscript;

import java.util.Map;

/** An object of a class of the program, with its attributes as plain data. */
final class PickledObject {

    private final String type;
    private Map<String, Object> attributes = Map.of();
    private boolean made;

    /**
     * @param type full name of its class, such as {@code __torch__.torch.nn.modules.conv.Conv2d}
     */
    PickledObject(final String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /** Its attributes by name; empty before they are set. */
    Map<String, Object> attributes() {
        return attributes;
    }

    /** Whether it has got its attributes. */
    boolean isMade() {
        return made;
    }

    /**
     * Gives it its attributes.
     *
     * @throws ClassCastException if it has got them
     */
    void setAttributes(final Map<String, Object> values) {
        if (made) {
            throw new ClassCastException("made twice");
        }
        made = true;
        attributes = values;
    }
}
