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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the words of a line as a value. */
final class ScriptParser {

    private static final int DEEPEST = 100;

    /** Classes that libraries bring along. */
    private static final String LIBRARIES = "__torch__.torch.classes";

    /** Words of Python that PyTorch does not write into a value. */
    private static final Set<String> REFUSED =
            Set.of(
                    "lambda",
                    "if",
                    "else",
                    "for",
                    "while",
                    "in",
                    "is",
                    "and",
                    "or",
                    "not",
                    "with",
                    "def",
                    "class",
                    "return",
                    "import",
                    "from",
                    "as",
                    "global",
                    "yield",
                    "await",
                    "async",
                    "del",
                    "try",
                    "except",
                    "finally",
                    "raise",
                    "assert",
                    "break",
                    "continue",
                    "pass",
                    "nonlocal");

    private final List<ScriptToken> tokens;
    private int next;
    private int depth;

    ScriptParser(final List<ScriptToken> tokens) {
        this.tokens = tokens;
    }

    boolean isAtEnd() {
        return next == tokens.size();
    }

    boolean sees(final String sign) {
        return !isAtEnd() && tokens.get(next).is(sign);
    }

    boolean seesName(final String name) {
        return !isAtEnd() && tokens.get(next).isName(name);
    }

    /** Takes a sign, if it is the next one. */
    boolean takes(final String sign) {
        if (sees(sign)) {
            next++;
            return true;
        }
        return false;
    }

    /** Takes a word, if it is the next one. */
    boolean takesName(final String name) {
        if (seesName(name)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(final String sign) {
        if (!takes(sign)) {
            throw unknown();
        }
    }

    void expectEnd() {
        if (!isAtEnd()) {
            throw unknown();
        }
    }

    String name() {
        final ScriptToken token = token();
        if (token.kind() != ScriptToken.Kind.NAME || REFUSED.contains(token.text())) {
            next--;
            throw unknown();
        }
        return token.text();
    }

    private ScriptToken token() {
        if (isAtEnd()) {
            throw unknown();
        }
        return tokens.get(next++);
    }

    /** A value, or several with commas between. */
    List<ScriptExpression> expressions(final String... ends) {
        final List<ScriptExpression> expressions = new ArrayList<>();
        while (!isAtEnd() && List.of(ends).stream().noneMatch(this::sees)) {
            expressions.add(expression());
            if (!takes(",")) {
                break;
            }
        }
        return expressions;
    }

    ScriptExpression expression() {
        if (++depth > DEEPEST) {
            throw new UNetException(
                    "The program has values within values, deeper than " + DEEPEST + ".");
        }
        final int at = isAtEnd() ? 0 : tokens.get(next).at();
        ScriptExpression expression = first();
        for (Optional<ScriptExpression> more = more(expression, at);
                more.isPresent();
                more = more(expression, at)) {
            expression = more.get();
        }
        depth--;
        return expression;
    }

    private ScriptExpression first() {
        if (takes("-")) {
            return new Minus(expression());
        }
        if (takes("(")) {
            return inBrackets();
        }
        if (takes("[")) {
            final List<ScriptExpression> items = expressions("]");
            expect("]");
            return new Several(items);
        }
        if (takes("{")) {
            return map();
        }
        final ScriptToken token = token();
        return switch (token.kind()) {
            case NUMBER -> new Number(token.text());
            case TEXT -> new Text(token.text());
            default -> {
                next--;
                yield new Name(name());
            }
        };
    }

    /** A value in brackets, or a tuple. */
    private ScriptExpression inBrackets() {
        final List<ScriptExpression> items = expressions(")");
        final boolean isTuple = items.size() != 1 || tokens.get(next - 1).is(",");
        expect(")");
        return isTuple ? new Several(items) : items.get(0);
    }

    private ScriptExpression map() {
        final List<ScriptExpression> items = new ArrayList<>();
        while (!sees("}")) {
            items.add(expression());
            expect(":");
            items.add(expression());
            if (!takes(",")) {
                break;
            }
        }
        expect("}");
        return new Several(items);
    }

    /** What follows a value and belongs to it: an attribute, a call, a subscript. */
    private Optional<ScriptExpression> more(final ScriptExpression before, final int at) {
        if (takes(".")) {
            final Attribute attribute = new Attribute(before, name());
            if (attribute.name().equals("classes")
                    && attribute.dotted().filter(LIBRARIES::equals).isPresent()) {
                throw new UNetException(
                        "The program uses '"
                                + LIBRARIES
                                + "', classes of libraries, which are not allowed.");
            }
            return Optional.of(attribute);
        }
        if (takes("(")) {
            final List<ScriptExpression> arguments = new ArrayList<>();
            final boolean isNamed = takesArguments(arguments);
            expect(")");
            final int end = tokens.get(next - 1).end();
            return Optional.of(new Call(before, arguments, isNamed, at, end));
        }
        if (takes("[")) {
            final List<ScriptExpression> indices = indices();
            expect("]");
            return Optional.of(new Subscript(before, indices));
        }
        return Optional.empty();
    }

    /** Whether some have a name. */
    private boolean takesArguments(final List<ScriptExpression> arguments) {
        boolean named = false;
        while (!sees(")")) {
            final boolean isNamed =
                    next + 1 < tokens.size()
                            && tokens.get(next).kind() == ScriptToken.Kind.NAME
                            && tokens.get(next + 1).is("=");
            if (isNamed) {
                name();
                expect("=");
                named = true;
            }
            arguments.add(expression());
            if (!takes(",")) {
                break;
            }
        }
        return named;
    }

    /** NB: with ranges such as 1:2, whose ends are values like others. */
    private List<ScriptExpression> indices() {
        final List<ScriptExpression> indices = new ArrayList<>();
        while (!sees("]")) {
            if (!takes(":")) {
                indices.add(expression());
                if (!sees(":") && !takes(",")) {
                    break;
                }
            }
        }
        return indices;
    }

    UNetException unknown() {
        final String word =
                isAtEnd()
                        ? "the end of the line"
                        : "'" + Legible.echo(tokens.get(next).text()) + "'";
        return new UNetException(
                "The program has " + word + " where PyTorch writes something else.");
    }
}
