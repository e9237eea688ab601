package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WrappedTextTest {

    private static final String LONG = "Memory and time of a training. ".repeat(4);

    @Test
    void aLongerTextTakesMoreRoomUnlessItHasIt() {
        final WrappedText text = new WrappedText(null, 420);
        text.tell("Short.");
        assertTrue(text.tell(LONG));
        final WrappedText roomy = new WrappedText(null, 420).withRoomFor(3);
        roomy.tell("Short.");
        final int before = roomy.getPreferredSize().height;
        assertFalse(roomy.tell(LONG));
        assertEquals(before, roomy.getPreferredSize().height);
        assertTrue(roomy.tell(""), "an empty text takes none");
    }
}
