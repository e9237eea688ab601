package io.github.unetfiji.bridge.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.text.MacroText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacroOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    tile=512                           | tile | 512
                    model=[/my data/a, b.zip]          | model | /my data/a, b.zip
                    model=C:\\data\\a,b=c.zip          | model | C:\\data\\a,b=c.zip
                    model=[C:\\my data\\]              | model | C:\\my data\\
                    labels=[a [1] [b [c]]]             | labels | a [1] [b [c]]
                    model='a ]b'                       | model | a ]b
                    model=[it's]                       | model | it's
                    model='it''s a ]'                  | model | it's a ]
                    model='''a ]'                      | model | 'a ]
                    model=''                           | model | ""
                    validation=[]                      | validation | ""
                    validation=                        | validation | ""
                    labels=x[1]                        | labels | x[1]
                    """)
    void readsOneValue(final String options, final String key, final String value) {
        assertEquals(Map.of(key, value), MacroOptions.parse(options + " ").values());
    }

    @Test
    void readsSeveralInOrder() {
        final Map<String, String> values =
                MacroOptions.parse("  flip  tile=5\tmodel=[a b]\nx=1 ").values();
        assertEquals(List.of("flip", "tile", "model", "x"), List.copyOf(values.keySet()));
        assertEquals(
                Arrays.asList(null, "5", "a b", "1"),
                values.values().stream().collect(Collectors.toList()));
    }

    @Test
    void readsNothing() {
        assertTrue(MacroOptions.parse("").values().isEmpty());
        assertTrue(MacroOptions.parse("  ").values().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    tile=5 tile=6         | Option "tile" is given twice; give it once.
                    flip flip=true        | Option "flip" is given twice; give it once.
                    model=[a b tile=5     | Option "model" has no closing ] in "[a b tile=5".
                    model=[a [b] tile=5   | Option "model" has no closing ] in "[a [b] tile=5".
                    model='a b            | Option "model" has no closing ' in "'a b".
                    =5                    | Expected key=value, got "=5".
                    model=[a]b            | Option "model" is followed by "b"; put a space after the closing ].
                    """)
    void refuses(final String options, final String sentence) {
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> MacroOptions.parse(options)).getMessage());
    }

    @Property
    void anyTextSurvives(
            @ForAll @Chars({' ', '[', ']', '\'', '\\', '=', ',', '"', 'a', '\t', 'µ'})
                    final String text) {
        final String quoted = quoted(text);
        assertEquals(Map.of("k", text), MacroOptions.parse("k=" + quoted + " ").values());
    }

    @Property
    void lineOfOptionsSurvives(
            @ForAll @Size(max = 6)
                    final Map<
                                    @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 9)
                                    String,
                                    @NotBlank String>
                            values) {
        final String line =
                values.entrySet().stream()
                        .map(option -> option.getKey() + "=" + quoted(option.getValue()))
                        .collect(Collectors.joining(" "));
        assertEquals(values, MacroOptions.parse(line).values());
    }

    private static String quoted(final String text) {
        return MacroText.quote(text);
    }
}
