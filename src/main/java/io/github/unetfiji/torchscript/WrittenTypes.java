package io.github.unetfiji.torchscript;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.torchscript.ScriptExpression.Attribute;
import io.github.unetfiji.torchscript.ScriptExpression.Name;
import io.github.unetfiji.torchscript.ScriptExpression.Subscript;
import io.github.unetfiji.torchscript.ScriptValue.Kind;
import java.util.List;
import java.util.Optional;

/** The types that a program writes for its variables, and what it may take for another type. */
final class WrittenTypes {

    private final ScriptProgram program;

    WrittenTypes(final ScriptProgram program) {
        this.program = program;
    }

    /** The type of a value, where it is written: that of a variable, or of an attribute of an object. */
    Optional<ScriptExpression> type(final ScriptExpression value, final ScriptScope scope) {
        if (value instanceof Name name) {
            return scope.type(name.text());
        }
        if (value instanceof Attribute attribute
                && attribute.owner() instanceof Name owner
                && scope.get(owner.text()).filter(of -> of.kind() == Kind.OBJECT).isPresent()) {
            final ScriptClass type = program.classes().get(scope.get(owner.text()).get().name());
            return Optional.ofNullable(type.attributes().get(attribute.name()));
        }
        return Optional.empty();
    }

    /**
     * NB: libtorch does not check these. What has parts at places, a tuple or an object, must be known to be that, or to be that
     * or nothing.
     */
    void check(final ScriptExpression type, final ScriptExpression value, final ScriptScope scope) {
        final boolean isSafe =
                isPlain(type)
                        || type(value, scope)
                                .filter(
                                        known ->
                                                known.equals(type)
                                                        || known.equals(
                                                                new Subscript(
                                                                        new Name("Optional"),
                                                                        List.of(type))))
                                .isPresent();
        if (!isSafe) {
            throw new UNetException(
                    "The program uses 'unchecked_cast' to make a tuple or an object of something"
                            + " else; that is not allowed.");
        }
    }

    private static boolean isPlain(final ScriptExpression type) {
        if (type instanceof Subscript several) {
            return isPlain(several.owner())
                    && several.indices().stream().allMatch(WrittenTypes::isPlain);
        }
        return type instanceof Name name && !name.text().equals("Tuple");
    }
}
