package io.github.unetfiji.torchscript;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.torchscript.ScriptExpression.Several;
import io.github.unetfiji.torchscript.ScriptExpression.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a module of a program: its classes and functions. Nothing is checked of what they do. */
final class ScriptText {

    /** NB: blocks within blocks are read by methods within methods. */
    private static final int DEEPEST = 100;

    private final String module;
    private final List<ScriptLexer.Line> lines;
    private final Map<String, ScriptClass> classes = new LinkedHashMap<>();
    private final Map<String, ScriptFunction> functions = new LinkedHashMap<>();
    private int next;

    /**
     * @param module its name, such as {@code __torch__.torch.nn.functional}
     * @throws UNetException if it is no text that PyTorch writes
     */
    ScriptText(final String module, final String text) {
        this.module = module;
        lines = ScriptLexer.lines(text);
        while (next < lines.size()) {
            readDefinition();
        }
    }

    /** By full name. */
    Map<String, ScriptClass> classes() {
        return classes;
    }

    /** By full name. */
    Map<String, ScriptFunction> functions() {
        return functions;
    }

    private void readDefinition() {
        final ScriptLexer.Line line = lines.get(next);
        final ScriptParser words = new ScriptParser(line.tokens());
        if (line.indent() != 0) {
            throw words.unknown();
        }
        if (words.takesName("class")) {
            readClass(words);
        } else if (words.takesName("def")) {
            final ScriptFunction function = function(words, module, 0);
            define(functions, function.name(), function);
        } else if (words.seesName("op_version_set")) {
            next++; // NB: a number that PyTorch up to 1.5 wrote.
        } else {
            throw words.unknown();
        }
    }

    private static <T> void define(final Map<String, T> known, final String name, final T thing) {
        if (known.put(name, thing) != null) {
            throw new UNetException("The program defines '" + name + "' twice.");
        }
    }

    private void readClass(final ScriptParser words) {
        final String name = module + "." + words.name();
        final String base = words.takes("(") ? base(words) : "";
        words.expect(":");
        words.expectEnd();
        next++;
        final ScriptClass read =
                new ScriptClass(
                        name,
                        base,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>());
        while (next < lines.size() && lines.get(next).indent() > 0) {
            readMember(read);
        }
        define(classes, name, read);
    }

    private static String base(final ScriptParser words) {
        final String base = words.name();
        words.expect(")");
        return base;
    }

    private void readMember(final ScriptClass owner) {
        final ScriptLexer.Line line = lines.get(next);
        final ScriptParser words = new ScriptParser(line.tokens());
        if (words.takesName("def")) {
            final ScriptFunction method = function(words, owner.name(), line.indent());
            final String name = method.name().substring(owner.name().length() + 1);
            define(owner.methods(), name, method);
        } else {
            next++;
            if (!words.takesName("pass")) {
                readAttribute(owner, words);
            }
            words.expectEnd();
        }
    }

    /** {@code name : type}, {@code name : type = value}, {@code name = values}, {@code __annotations__["0"] = type}. */
    private static void readAttribute(final ScriptClass owner, final ScriptParser words) {
        final String name = words.name();
        if (words.takes("[")) {
            final ScriptExpression key = words.expression();
            words.expect("]");
            words.expect("=");
            if (!name.equals("__annotations__") || !(key instanceof Text text)) {
                throw words.unknown();
            }
            owner.attributes().put(text.text(), words.expression());
        } else if (words.takes(":")) {
            owner.attributes().put(name, words.expression());
            if (words.takes("=")) {
                words.expression();
            }
        } else {
            words.expect("=");
            owner.lists().put(name, texts(words.expression()));
        }
    }

    private static List<String> texts(final ScriptExpression value) {
        final List<String> texts = new ArrayList<>();
        if (value instanceof Several several) {
            for (final ScriptExpression item : several.items()) {
                texts.add(item instanceof Text text ? text.text() : item.toString());
            }
        }
        return texts;
    }

    private ScriptFunction function(
            final ScriptParser words, final String owner, final int indent) {
        final int at = next;
        final String name = owner + "." + words.name();
        words.expect("(");
        final Map<String, Optional<ScriptExpression>> parameters = new LinkedHashMap<>();
        while (!words.sees(")")) {
            final String parameter = words.name();
            define(
                    parameters,
                    parameter,
                    words.takes(":") ? Optional.of(words.expression()) : Optional.empty());
            if (words.takes("=")) {
                words.expression();
            }
            if (!words.takes(",")) {
                break;
            }
        }
        words.expect(")");
        final Optional<ScriptExpression> result =
                words.takes("->") ? Optional.of(words.expression()) : Optional.empty();
        words.expect(":");
        words.expectEnd();
        next = at + 1;
        return new ScriptFunction(module, name, parameters, result, block(indent, 0));
    }

    /** The lines that are indented more. */
    private List<ScriptStatement> block(final int outer, final int depth) {
        final List<ScriptStatement> block = new ArrayList<>();
        final int indent = next < lines.size() ? lines.get(next).indent() : 0;
        if (indent <= outer || depth > DEEPEST) {
            throw new UNetException(
                    "The program has a block without lines, or blocks within blocks, deeper than "
                            + DEEPEST
                            + ".");
        }
        while (next < lines.size() && lines.get(next).indent() > outer) {
            if (lines.get(next).indent() != indent) {
                throw new UNetException(
                        "The program has lines of one block that are indented differently.");
            }
            block.add(statement(indent, depth));
        }
        return block;
    }

    private ScriptStatement statement(final int indent, final int depth) {
        final ScriptLexer.Line line = lines.get(next++);
        final ScriptParser words = new ScriptParser(line.tokens());
        if (words.takesName("if")) {
            return condition(words, line, indent, depth);
        }
        if (words.takesName("for")) {
            return loop(words, line, indent, depth);
        }
        if (words.seesName("def")) {
            throw new UNetException(
                    "The program has a function within a function, as 'fork' makes them; that is not"
                            + " allowed.");
        }
        if (words.seesName("while")) {
            throw new UNetException(
                    "The program uses 'while', a loop of which nobody can tell how long it runs;"
                            + " only loops over lists and numbers are allowed.");
        }
        final ScriptStatement statement;
        if (words.takesName("return")) {
            final List<ScriptExpression> values = words.expressions();
            statement =
                    new ScriptStatement.Return(
                            values.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            values.size() == 1
                                                    ? values.get(0)
                                                    : new Several(values)),
                            line.at());
        } else if (words.takesName("pass")) {
            statement = new ScriptStatement.Pass(line.at());
        } else {
            statement = assignment(words, line);
        }
        words.expectEnd();
        return statement;
    }

    private static ScriptStatement assignment(
            final ScriptParser words, final ScriptLexer.Line line) {
        final List<ScriptExpression> left = words.expressions("=", ":");
        final Optional<ScriptExpression> type =
                words.takes(":") ? Optional.of(words.expression()) : Optional.empty();
        if (words.takes("=")) {
            final List<ScriptExpression> right = words.expressions();
            final ScriptExpression value = right.size() == 1 ? right.get(0) : new Several(right);
            return new ScriptStatement.Assign(left, type, Optional.of(value), line.at());
        }
        if (type.isPresent()) {
            return new ScriptStatement.Assign(left, type, Optional.empty(), line.at());
        }
        return new ScriptStatement.Assign(
                List.of(), type, Optional.of(new Several(left)), line.at());
    }

    private ScriptStatement condition(
            final ScriptParser words,
            final ScriptLexer.Line line,
            final int indent,
            final int depth) {
        final ScriptExpression condition = words.expression();
        words.expect(":");
        words.expectEnd();
        final List<ScriptStatement> yes = block(indent, depth + 1);
        List<ScriptStatement> no = List.of();
        if (next < lines.size() && lines.get(next).indent() == indent) {
            final ScriptParser other = new ScriptParser(lines.get(next).tokens());
            if (other.takesName("else")) {
                other.expect(":");
                other.expectEnd();
                next++;
                no = block(indent, depth + 1);
            }
        }
        return new ScriptStatement.If(condition, yes, no, line.at());
    }

    private ScriptStatement loop(
            final ScriptParser words,
            final ScriptLexer.Line line,
            final int indent,
            final int depth) {
        final String variable = words.name();
        if (!words.takesName("in") || !words.takesName("range")) {
            throw words.unknown();
        }
        words.expect("(");
        final ScriptExpression count = words.expression();
        words.expect(")");
        words.expect(":");
        words.expectEnd();
        return new ScriptStatement.For(variable, count, block(indent, depth + 1), line.at());
    }
}
