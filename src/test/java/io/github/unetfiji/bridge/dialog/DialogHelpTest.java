package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.bridge.input.CommandInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.ModuleException;

class DialogHelpTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    image    | <html>What to learn from.</html>
                    depth    | <html>Allowed: a whole number from 1 to 8.</html>
                    preset   | <html>Fills in the fields below.</html>
                    """)
    void tooltipsSayWhatAFieldMeansWithoutItsKey(final String key, final String tip)
            throws ModuleException {
        assertEquals(tip, DialogHelp.toolTip(input(key)));
    }

    private static CommandInput input(final String key) throws ModuleException {
        return DialogModules.lively().inputs().list().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void longSentencesAreWrapped() {
        assertEquals("<html>a &lt; b</html>", DialogHelp.wrapped("a < b"));
        assertTrue(DialogHelp.wrapped("word ".repeat(20)).contains("<td width="));
    }

    @Test
    void helpHasAHeadingForEveryGroup() throws ModuleException {
        final String html = help();
        assertTrue(html.indexOf("<h3>Network</h3>") < html.indexOf("<code>depth</code>"), html);
        assertTrue(
                html.indexOf("<code>depth</code>") < html.indexOf("<h3>Optimization</h3>"), html);
    }

    private static String help() throws ModuleException {
        final DialogModules lively = DialogModules.lively();
        return DialogHelp.html(lively.module().getInfo(), lively.inputs());
    }

    @Test
    void helpBeginsWithAnExample() throws ModuleException {
        assertTrue(
                help().startsWith(
                                "<html><p>Does nothing.</p><p><b>Example.</b> Press OK.</p><p><b>The same"
                                        + " in a macro:</b> run(&quot;Test Lively...&quot;);</p><table>"
                                                .replace("&quot;", "\"")),
                help());
    }

    @Test
    void helpHasTheKeysOfMacrosAndTheWordsOfTheDialog() throws ModuleException {
        assertTrue(
                help().contains(
                                "Macro: <code>optimizer</code>, one of adam (Adam), sgd; default adam"),
                help());
        assertTrue(help().contains("Only in this dialog, one of custom, quick, thorough"), help());
    }
}
