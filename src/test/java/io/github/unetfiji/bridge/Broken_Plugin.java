package io.github.unetfiji.bridge;

import ij.plugin.PlugIn;

/** Somebody else's plugin that throws. */
public class Broken_Plugin implements PlugIn {

    @Override
    public void run(final String arg) {
        throw new IllegalStateException("broken");
    }
}
