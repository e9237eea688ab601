/**
 * The network as a program that libtorch and PyTorch run, and the file that holds the program with its parameters. The
 * program is written as text from the architecture and is the one definition of the network, for training, inference and
 * other programs. Parameters are read back without running any code; start from {@link
 * io.github.unetfiji.torchscript.TorchScriptArchive}.
 *
 * <p>Programs of others are read, too: {@link io.github.unetfiji.torchscript.ForeignProgram} allows what computes and ends, and
 * refuses everything else by its name.
 *
 * <pre>
 * String program = UNetProgram.source(architecture, Precision.FLOAT32, UNetProgram.Form.UNPADDED);
 * TorchScriptArchive.write(file, program, parameters);
 * Parameters same = TorchScriptArchive.readParameters(file, architecture);
 * </pre>
 */
package io.github.unetfiji.torchscript;
