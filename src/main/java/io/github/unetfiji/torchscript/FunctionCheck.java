package io.github.unetfiji.torchscript;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.torchscript.ScriptExpression.Attribute;
import io.github.unetfiji.torchscript.ScriptExpression.Name;
import io.github.unetfiji.torchscript.ScriptExpression.Several;
import io.github.unetfiji.torchscript.ScriptValue.Kind;
import java.util.List;
import java.util.Optional;

/** Checks one function of a program line by line, and counts its steps. */
final class FunctionCheck {

    private final ScriptProgram program;
    private final ValueCheck values;
    private ScriptScope scope = new ScriptScope();

    FunctionCheck(
            final ScriptProgram program,
            final StoredNumbers numbers,
            final Operators operators,
            final ProgramCheck others,
            final TextChanges changes) {
        this.program = program;
        values = new ValueCheck(program, numbers, operators, others, changes);
    }

    /** How many steps the function takes at most. */
    double steps(final ScriptFunction function) {
        final String owner = function.name().substring(0, function.name().lastIndexOf('.'));
        final ScriptValue self =
                program.classes().containsKey(owner)
                        ? ScriptValue.of(Kind.OBJECT, owner)
                        : ScriptValue.DATA;
        function.parameters()
                .forEach(
                        (name, type) -> {
                            // NB: calls are checked to give such numbers.
                            set(
                                    name,
                                    ScriptFunction.isNumber(type)
                                            ? LoopCount.PARAMETER
                                            : type.map(program::valueOf).orElse(self));
                            type.ifPresent(written -> scope.declare(name, written));
                        });
        return 1 + steps(function.body());
    }

    private void set(final String variable, final ScriptValue value) {
        GlobalNames.checkVariable(variable);
        scope.set(variable, value);
    }

    private double steps(final List<ScriptStatement> block) {
        double steps = 0;
        for (final ScriptStatement line : block) {
            values.begin(scope, line.at());
            steps += steps(line);
        }
        return steps;
    }

    private double steps(final ScriptStatement line) {
        if (line instanceof ScriptStatement.Assign assign) {
            return assign(assign);
        }
        if (line instanceof ScriptStatement.If condition) {
            return branch(condition);
        }
        if (line instanceof ScriptStatement.For loop) {
            return loop(loop);
        }
        if (line instanceof ScriptStatement.Return end) {
            end.value().ifPresent(values::of);
            return values.steps();
        }
        return 0;
    }

    private double assign(final ScriptStatement.Assign line) {
        final ScriptValue value = line.value().map(values::of).orElse(ScriptValue.DATA);
        final double steps = values.steps();
        final ScriptValue known = line.type().map(program::valueOf).orElse(value);
        final Optional<ScriptExpression> type =
                line.type().or(() -> line.value().flatMap(values::type));
        for (final ScriptExpression target : line.targets()) {
            assign(target, line.targets().size() == 1 ? known : ScriptValue.DATA);
        }
        if (line.targets().size() == 1 && line.targets().get(0) instanceof Name name) {
            type.ifPresent(written -> scope.declare(name.text(), written));
        }
        return steps;
    }

    private void assign(final ScriptExpression target, final ScriptValue value) {
        if (target instanceof Name name) {
            set(name.text(), value);
        } else if (target instanceof Several several) {
            several.items().forEach(item -> assign(item, ScriptValue.DATA));
        } else if (target instanceof Attribute attribute) {
            values.of(attribute.owner());
        } else {
            throw new UNetException("The program assigns to something that is no variable.");
        }
    }

    private double branch(final ScriptStatement.If line) {
        values.of(line.condition());
        final double before = values.steps();
        final ScriptScope other = scope.copy();
        final double yes = steps(line.yes());
        final ScriptScope afterYes = scope;
        scope = other;
        final double no = steps(line.no());
        scope.join(afterYes);
        return before + yes + no;
    }

    private double loop(final ScriptStatement.For line) {
        final ScriptValue count = values.of(line.count());
        final double before = values.steps();
        if (count.kind() != Kind.NUMBER) {
            throw new UNetException(
                    "The program has a loop 'for "
                            + Legible.echo(line.variable())
                            + " in range(..)' of which nobody can tell how often it turns; only"
                            + " loops over lists and numbers are allowed.");
        }
        final ScriptScope without = scope.copy();
        forgetAssigned(line.body());
        scope.forgetLists();
        set(line.variable(), ScriptValue.number(0, count.most()));
        final double once = steps(line.body());
        scope.join(without);
        return before + Math.max(0, count.most()) * (1 + once);
    }

    private void forgetAssigned(final List<ScriptStatement> block) {
        for (final ScriptStatement line : block) {
            if (line instanceof ScriptStatement.Assign assign) {
                assign.targets().forEach(this::forget);
            } else if (line instanceof ScriptStatement.If condition) {
                forgetAssigned(condition.yes());
                forgetAssigned(condition.no());
            } else if (line instanceof ScriptStatement.For loop) {
                scope.forget(loop.variable());
                forgetAssigned(loop.body());
            }
        }
    }

    private void forget(final ScriptExpression target) {
        if (target instanceof Name name) {
            scope.forget(name.text());
        } else if (target instanceof Several several) {
            several.items().forEach(this::forget);
        }
    }
}
