package io.github.unetfiji.torchscript;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.torchscript.ScriptExpression.Attribute;
import io.github.unetfiji.torchscript.ScriptExpression.Call;
import io.github.unetfiji.torchscript.ScriptExpression.Minus;
import io.github.unetfiji.torchscript.ScriptExpression.Name;
import io.github.unetfiji.torchscript.ScriptExpression.Number;
import io.github.unetfiji.torchscript.ScriptExpression.Several;
import io.github.unetfiji.torchscript.ScriptExpression.Subscript;
import io.github.unetfiji.torchscript.ScriptExpression.Text;
import io.github.unetfiji.torchscript.ScriptValue.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the values of a function: what they call, and by which names. */
final class ValueCheck {

    /** Words of the language that turn a value into another. */
    private static final Set<String> CASTS =
            Set.of("int", "float", "bool", "complex", "str", "len", "hasattr");

    /** Words of the language whose first argument is a type. */
    private static final Set<String> TYPED = Set.of("annotate", "unchecked_cast", "uninitialized");

    /** What tensors, devices and constants of an enumeration tell of themselves. */
    private static final Set<String> PROPERTIES =
            Set.of(
                    "shape",
                    "dtype",
                    "device",
                    "layout",
                    "data",
                    "grad",
                    "requires_grad",
                    "ndim",
                    "is_cuda",
                    "is_quantized",
                    "is_sparse",
                    "T",
                    "mT",
                    "H",
                    "mH",
                    "real",
                    "imag",
                    "itemsize",
                    "nbytes",
                    "type",
                    "index",
                    "name",
                    "value");

    private static final String NEW = ".__new__";

    private final ScriptProgram program;
    private final StoredNumbers numbers;
    private final Operators operators;
    private final ProgramCheck others;
    private final TextChanges changes;
    private final GlobalNames names;
    private final WrittenTypes types;
    private ScriptScope scope = new ScriptScope();
    private int statement;
    private double steps;

    ValueCheck(
            final ScriptProgram program,
            final StoredNumbers numbers,
            final Operators operators,
            final ProgramCheck others,
            final TextChanges changes) {
        this.program = program;
        this.numbers = numbers;
        this.operators = operators;
        this.others = others;
        this.changes = changes;
        names = new GlobalNames(program, operators);
        types = new WrittenTypes(program);
    }

    /** Begins a line. */
    void begin(final ScriptScope variables, final int at) {
        scope = variables;
        statement = at;
        steps = 0;
    }

    /** Steps of the line so far. */
    double steps() {
        return steps;
    }

    /** The type of a value, where it is written. */
    Optional<ScriptExpression> type(final ScriptExpression value) {
        return types.type(value, scope);
    }

    /**
     * Checks a value.
     *
     * @return what is known of it
     */
    ScriptValue of(final ScriptExpression value) {
        steps++;
        if (value instanceof Number number) {
            return number(number.text());
        }
        if (value instanceof Minus minus) {
            final ScriptValue of = of(minus.operand());
            return of.kind() == Kind.NUMBER ? LoopCount.negative(of) : ScriptValue.DATA;
        }
        if (value instanceof Several several) {
            return LoopCount.smallest(several.items().stream().map(this::of).toList())
                    .map(least -> new ScriptValue(Kind.NUMBERS, "", least.least(), least.most()))
                    .orElse(ScriptValue.DATA);
        }
        if (value instanceof Subscript subscript) {
            return subscript(subscript);
        }
        if (value instanceof Call call) {
            return call(call);
        }
        return value instanceof Text ? ScriptValue.DATA : named(value);
    }

    private static ScriptValue number(final String text) {
        return text.matches("\\d{1,18}")
                ? ScriptValue.number(Long.parseLong(text), Long.parseLong(text))
                : ScriptValue.DATA;
    }

    private ScriptValue subscript(final Subscript value) {
        final ScriptValue owner = of(value.owner());
        value.indices().forEach(this::of);
        if (owner.kind() == Kind.OBJECT) {
            method(owner.name(), "__getitem__");
        }
        // NB: an item of a list of numbers is any of them.
        return ScriptValue.DATA;
    }

    /** A name, or names with dots between. */
    private ScriptValue named(final ScriptExpression value) {
        final Optional<String> dotted = value.dotted();
        if (dotted.filter(GlobalNames::isGlobal).isPresent()) {
            return names.of(dotted.get());
        }
        if (value instanceof Attribute attribute) {
            return attribute(of(attribute.owner()), attribute.name());
        }
        final String name = ((Name) value).text();
        if (scope.has(name)) {
            return scope.hand(name);
        }
        if (GlobalNames.isConstant(name)) {
            return ScriptValue.DATA;
        }
        throw GlobalNames.refused(name);
    }

    private ScriptValue attribute(final ScriptValue owner, final String name) {
        if (owner.kind() == Kind.OBJECT) {
            final ScriptExpression type =
                    program.classes().get(owner.name()).attributes().get(name);
            return numbers.get(owner.name(), name)
                    .orElse(type == null ? ScriptValue.DATA : program.valueOf(type));
        }
        if (!PROPERTIES.contains(name) && !operators.computes(name)) {
            throw GlobalNames.refused(name);
        }
        return ScriptValue.DATA;
    }

    private ScriptValue call(final Call call) {
        final Optional<String> name = call.function().dotted();
        if (name.isPresent() && !scope.has(GlobalNames.first(name.get()))) {
            if (call.function() instanceof Name word && !GlobalNames.isGlobal(word.text())) {
                return word(call, word.text());
            }
            if (name.get().endsWith(NEW)) {
                final String type = name.get().substring(0, name.get().length() - NEW.length());
                return made(type, name.get());
            }
        }
        if (call.function() instanceof Attribute attribute
                && name.filter(GlobalNames::isGlobal).isEmpty()) {
            final ScriptValue owner = of(attribute.owner());
            return method(
                    owner,
                    attribute.name(),
                    call,
                    call.arguments().stream().map(this::of).toList());
        }
        return called(of(call.function()), call);
    }

    private ScriptValue made(final String type, final String name) {
        if (!program.classes().containsKey(type)) {
            throw GlobalNames.refused(name);
        }
        return ScriptValue.of(Kind.OBJECT, type);
    }

    /** A word of the language. */
    private ScriptValue word(final Call call, final String word) {
        final List<ScriptExpression> arguments = call.arguments();
        if (TYPED.contains(word) && !arguments.isEmpty()) {
            final List<ScriptValue> values =
                    arguments.subList(1, arguments.size()).stream().map(this::of).toList();
            if (word.equals("unchecked_cast") && values.size() == 1) {
                types.check(arguments.get(0), arguments.get(1), scope);
            }
            final ScriptValue known = program.valueOf(arguments.get(0));
            // NB: a number, or a list of them, keeps what is known of it.
            return known.kind() == Kind.DATA && word.equals("annotate") && values.size() == 1
                    ? values.get(0)
                    : known;
        }
        if (word.equals("isinstance") && arguments.size() == 2) {
            of(arguments.get(0));
            return ScriptValue.DATA;
        }
        if (word.equals("getattr")
                && arguments.size() == 2
                && arguments.get(1) instanceof Text name) {
            return attribute(of(arguments.get(0)), name.text());
        }
        if (CASTS.contains(word)) {
            arguments.forEach(this::of);
            methodsOfAll("__" + word + "__");
            return word.equals("len")
                    ? LoopCount.of("len", List.of()).orElseThrow()
                    : ScriptValue.DATA;
        }
        throw GlobalNames.refused(word);
    }

    /** A method of an object of the program, or an operator that is written like a method. */
    private ScriptValue method(
            final ScriptValue owner,
            final String name,
            final Call call,
            final List<ScriptValue> arguments) {
        if (owner.kind() == Kind.OBJECT) {
            final ScriptClass type = program.classes().get(owner.name());
            if (!type.methods().containsKey(name)) {
                throw GlobalNames.refused(owner.name() + "." + name);
            }
            final ScriptFunction method = type.methods().get(name);
            checkNumbers(method, 1, call, arguments);
            return result(method);
        }
        if (!operators.computes(name) && !operators.isOfLanguage(name)) {
            throw GlobalNames.refused(name);
        }
        markNewer(name, call);
        methodsOfAll(name);
        if (program.classes().values().stream()
                .anyMatch(type -> type.attributes().containsKey(name))) {
            // NB: it may be an object within an object, which is called.
            methodsOfAll("forward");
            methodsOfAll("__call__");
        }
        return ScriptValue.DATA;
    }

    private ScriptValue called(final ScriptValue function, final Call call) {
        if (function.kind() == Kind.OPERATOR) {
            markNewer(function.name(), call);
            return LoopCount.of(function.name(), arguments(function.name(), call))
                    .orElse(ScriptValue.DATA);
        }
        final List<ScriptValue> arguments = call.arguments().stream().map(this::of).toList();
        return switch (function.kind()) {
            case FUNCTION -> {
                final ScriptFunction known = program.functions().get(function.name());
                checkNumbers(known, 0, call, arguments);
                yield result(known);
            }
            case CLASS -> {
                method(function.name(), "__init__");
                yield ScriptValue.of(Kind.OBJECT, function.name());
            }
            case OBJECT -> {
                final Optional<ScriptValue> called = method(function.name(), "__call__");
                yield called.or(() -> method(function.name(), "forward")).orElse(ScriptValue.DATA);
            }
            default ->
                    throw new UNetException(
                            "The program calls a value that is no function; that is not allowed.");
        };
    }

    /** NB: the smallest of a list is asked for without changing the list. */
    private List<ScriptValue> arguments(final String operator, final Call call) {
        if (operator.equals("min")
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Name name
                && scope.has(name.text())) {
            return List.of(scope.get(name.text()).orElseThrow());
        }
        return call.arguments().stream().map(this::of).toList();
    }

    private void markNewer(final String operator, final Call call) {
        if (operators.isNewer(operator)) {
            changes.fail(operator, statement, call.at(), call.end());
        }
    }

    /** NB: the loops of a function may turn as often as a number says that is given to it. */
    private static void checkNumbers(
            final ScriptFunction function,
            final int before,
            final Call call,
            final List<ScriptValue> arguments) {
        final List<Boolean> numbers = function.numbers();
        if (!function.hasLoops() || !numbers.contains(true)) {
            return;
        }
        for (int i = 0; i < numbers.size(); i++) {
            final int at = i - before;
            if (numbers.get(i)
                    && (call.isNamed()
                            || at < 0
                            || at >= arguments.size()
                            || !LoopCount.isParameter(arguments.get(at)))) {
                throw unbounded(function);
            }
        }
    }

    private static UNetException unbounded(final ScriptFunction function) {
        return new UNetException(
                "The program calls '"
                        + Legible.echo(function.name())
                        + "', which has loops, with a number of which nobody can tell how large it"
                        + " is; only loops over lists and numbers are allowed.");
    }

    /** A call that is not written, of a method without numbers. */
    private Optional<ScriptValue> method(final String type, final String name) {
        final Optional<ScriptFunction> method =
                Optional.ofNullable(program.classes().get(type).methods().get(name));
        method.filter(found -> found.hasLoops() && found.numbers().contains(true))
                .ifPresent(
                        found -> {
                            throw unbounded(found);
                        });
        return method.map(this::result);
    }

    /** Where nobody can tell which method is called, it may be any of that name. */
    private void methodsOfAll(final String name) {
        for (final ScriptClass type : program.classes().values()) {
            if (type.methods().containsKey(name)) {
                method(type.name(), name);
            }
        }
    }

    private ScriptValue result(final ScriptFunction function) {
        steps += others.steps(function);
        return function.result().map(program::valueOf).orElse(ScriptValue.DATA);
    }
}
