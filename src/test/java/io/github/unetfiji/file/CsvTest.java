package io.github.unetfiji.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=cmd|'=cmd",
                "+1|'+1",
                "-x|'-x",
                "@SUM(A1)|'@SUM(A1)",
                "~ =1+1~|~' =1+1~",
                "class 1|class 1",
                "a-b|a-b",
                "5\" dish|5' dish",
            })
    void wordsAreNoFormulas(final String text, final String cell) {
        assertEquals(cell, Csv.words(text));
    }

    @Test
    void wordsStandInOneLine() {
        assertEquals("a b ' =x", Csv.words("a\rb\n' =x"));
        assertEquals("' =x", Csv.words("\t=x"));
    }

    @Test
    void rowsAreQuoted() {
        assertEquals(
                "1,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\n",
                Csv.row(List.of("1", "a,b", "say \"x\"", "two\nlines", "")));
    }
}
