package io.github.unetfiji.bridge.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ItemStyleTest {

    @Test
    void takesWordsApart() {
        final ItemStyle style = ItemStyle.of(" save , group: Loss and weights ");
        assertTrue(style.has("save"));
        assertFalse(style.has("open"));
        assertEquals("Loss and weights", style.group());
    }

    @Test
    void aGroupIsNoOtherStyle() {
        assertFalse(ItemStyle.of("group:open cells").has("open"));
    }

    @Test
    void noStyleIsNoGroup() {
        assertEquals("", ItemStyle.of(null).group());
        assertEquals("", ItemStyle.of("both").group());
    }
}
