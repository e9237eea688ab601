package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class HelpWindowTest {

    private static final Rectangle SCREEN = new Rectangle(0, 20, 1280, 780);

    @Test
    void theDialogMakesRoomAndTheHelpStandsRightOfIt() {
        final Rectangle dialog = new Rectangle(328, 140, 616, 300);
        dialog.x = HelpWindow.aside(dialog, 560, SCREEN);
        assertEquals(104, dialog.x);
        assertEquals(
                new Rectangle(720, 140, 560, 640),
                HelpWindow.beside(dialog, new Dimension(560, 640), SCREEN));
    }

    @Test
    void bothStayOnTheScreenIfThereIsNoRoom() {
        final Rectangle dialog = new Rectangle(200, 300, 1000, 400);
        dialog.x = HelpWindow.aside(dialog, 560, SCREEN);
        assertEquals(0, dialog.x);
        assertEquals(
                new Rectangle(720, 160, 560, 640),
                HelpWindow.beside(dialog, new Dimension(560, 640), SCREEN));
    }

    @Test
    void aDialogWithEnoughRoomStays() {
        assertEquals(50, HelpWindow.aside(new Rectangle(50, 50, 400, 300), 560, SCREEN));
    }
}
