package io.github.unetfiji.torchscript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The program is the same where people write other digits, or lower-case letters in another way. */
class UNetProgramLocaleTest {

    @ParameterizedTest
    @EnumSource(UNetProgram.Form.class)
    void digitsAreThoseOfTheProgram(final UNetProgram.Form form) {
        final String usual = program(form);
        final Locale before = Locale.getDefault();
        try {
            for (final String language : new String[] {"ar", "tr", "hi-u-nu-deva", "de"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertEquals(usual, program(form), language);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String program(final UNetProgram.Form form) {
        return UNetProgram.source(new Architecture(3, 4, 2, 3, 0.5), Precision.BFLOAT16, form);
    }
}
