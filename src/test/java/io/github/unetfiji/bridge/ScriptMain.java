package io.github.unetfiji.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.unetfiji.bridge.headless.HeadlessImageJ;
import io.github.unetfiji.bridge.headless.MacroRunnerTest;

/** What a script does that calls commands on images that are not the active one; run by {@link MacroRunnerTest}. */
public final class ScriptMain {

    private ScriptMain() {}

    public static void main(final String[] args) {
        System.setProperty("java.awt.headless", "true");
        new HeadlessImageJ().start();
        Script.run();
    }

    /** NB: apart, so that no ImageJ class loads before it is patched. */
    private static final class Script {

        static void run() {
            final ImagePlus a = IJ.createImage("a", "8-bit ramp", 8, 8, 1);
            final ImagePlus b = IJ.createImage("b", "8-bit black", 8, 8, 1);
            a.show();
            b.show();
            WindowManager.setTempCurrentImage(null);
            copy(a);
            System.out.println("active then: " + WindowManager.getCurrentImage().getTitle());
            copy(IJ.createImage("hidden", "8-bit ramp", 8, 8, 1));
            final ClassLoader before = Thread.currentThread().getContextClassLoader();
            try {
                IJ.run(a, "Test Fail...", "");
                System.out.println("not stopped");
            } catch (final RuntimeException e) {
                System.out.println("stopped: " + e.getMessage());
            }
            System.out.println(
                    "class loader kept: "
                            + before.equals(Thread.currentThread().getContextClassLoader()));
            System.out.println("locked: " + a.isLocked());
        }

        private static void copy(final ImagePlus image) {
            IJ.run(image, "Test Copy...", " ");
            System.out.println(
                    WindowManager.getImage(image.getTitle() + "-first").getTitle()
                            + " from "
                            + image.getTitle());
        }
    }
}
