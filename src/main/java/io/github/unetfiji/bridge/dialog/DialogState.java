package io.github.unetfiji.bridge.dialog;

import java.util.Map;

/**
 * What a dialog shows at a moment.
 *
 * @param texts of all fields, by key
 * @param messages of the command, by key
 * @param edits how often texts had changed
 */
public record DialogState(Map<String, String> texts, Map<String, String> messages, long edits) {}
