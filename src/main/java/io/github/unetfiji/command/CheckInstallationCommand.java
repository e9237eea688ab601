package io.github.unetfiji.command;

import ij.IJ;
import io.github.unetfiji.engine.InstallationReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Reports the installed versions, the devices that work and their speed, and how to mend the others. */
@Plugin(type = Command.class, label = "U-Net Check Installation")
public final class CheckInstallationCommand extends UNetCommand {

    @Parameter(type = ItemIO.OUTPUT, style = "page")
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String report;

    @Override
    void execute() {
        final String program = getClass().getPackage().getImplementationVersion();
        final Map<String, String> versions = new LinkedHashMap<>();
        versions.put("U-Net", program == null ? "development" : program);
        versions.put("ImageJ", IJ.getFullVersion());
        report = InstallationReport.of(versions);
    }
}
