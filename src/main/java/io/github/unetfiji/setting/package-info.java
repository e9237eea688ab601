/**
 * Declarations of settings: a key, a default, the allowed values. Each setting is declared once, as a constant of the class that it
 * belongs to, such as {@link io.github.unetfiji.training.TrainingKeys}. Programs, macros, dialogs, models and the test of the
 * documentation take everything from there.
 *
 * <p>Start from {@link io.github.unetfiji.setting.Setting}; its values are collected in {@link
 * io.github.unetfiji.setting.Settings}.
 *
 * <pre>
 * static final Setting&lt;Integer&gt; PATIENCE = Setting.whole("patience", 0).atLeast(0);
 *
 * Settings settings = Settings.DEFAULTS.with(PATIENCE, 5);
 * settings.with(PATIENCE, -1);   // UNetException: patience is -1, but must be 0 or more.
 * </pre>
 */
package io.github.unetfiji.setting;
