package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.bridge.input.DialogItem;
import io.github.unetfiji.bridge.input.ItemStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scijava.module.ModuleException;

/** What stands where in a dialog. */
class DialogSectionTest {

    private static List<DialogSection> sections() throws ModuleException {
        return DialogSection.of(DialogModules.lively().inputs().items());
    }

    private static List<String> keys(final List<DialogItem> items) {
        return items.stream().map(DialogItem::key).toList();
    }

    @Test
    void groupsFollowTheTop() throws ModuleException {
        assertEquals(
                List.of("", "Network", "Optimization", "Augmentation"),
                sections().stream().map(DialogSection::name).toList());
        assertEquals(
                List.of("image", "preset", "model", "iterations", "needs"),
                keys(sections().get(0).items()));
        assertEquals(List.of("flip", "rotation", "samples"), keys(sections().get(3).items()));
        assertTrue(sections().get(1).holds("depth"));
        assertFalse(sections().get(2).holds("depth"));
    }

    @Test
    void shortFieldsOfAGroupStandTwoInARow() throws ModuleException {
        assertEquals(
                List.of(List.of("features", "depth"), List.of("dropout")),
                sections().get(1).rows().stream().map(DialogSectionTest::keys).toList());
        assertEquals(5, sections().get(0).rows().size());
    }

    @Test
    void longFieldsHaveARowOfTheirOwnInALongDialog() {
        final DialogItem button = new DialogItem.Button("b", "B", "", ItemStyle.of(""));
        final DialogItem text = new DialogItem.Message("m", "", ItemStyle.of(""));
        final List<DialogItem> items = new ArrayList<>(Collections.nCopies(12, button));
        assertEquals(12, new DialogSection("", items).rows().size());
        items.add(1, text);
        assertEquals(
                List.of(1, 1, 2, 2, 2, 2, 2, 1),
                new DialogSection("", items).rows().stream().map(List::size).toList());
    }

    @Test
    void theHeaderCountsWhatDiffersFromTheDefaults() throws ModuleException {
        final Map<String, String> texts = new HashMap<>();
        final DialogSection network = sections().get(1);
        assertEquals("Network", network.header(texts, Map.of()));
        texts.put("features", "64");
        texts.put("depth", "5");
        assertEquals("Network - 1 changed", network.header(texts, Map.of()));
        texts.put("dropout", "");
        assertEquals("Network - 2 changed", network.header(texts, Map.of()));
    }

    @Test
    void theActiveImageAndAPresetAreNoChange() throws ModuleException {
        final Map<String, String> texts = Map.of("image", "cells", "preset", "quick");
        assertEquals(0, sections().get(0).changed(texts, Map.of("image", "cells")));
        assertEquals(1, sections().get(0).changed(texts, Map.of("image", "other")));
    }
}
