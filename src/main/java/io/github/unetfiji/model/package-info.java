/**
 * A model that segments images: a U-Net of this program with the normalisation of images, the names of the classes and its
 * provenance, or the TorchScript program of a BioImage.IO package of another one. A U-Net is written as such a package, which
 * other programs of that family read as well. Files are read without trusting them: a wrong value is one sentence, and the
 * program of another runs only if it does nothing but compute, first in a process of its own. Start from {@link
 * io.github.unetfiji.model.ModelFile}, or from {@link io.github.unetfiji.model.ModelPackage} for U-Nets of this program.
 *
 * <pre>
 * SegmentationModel model = ModelFile.of(Path.of("affable-shark.zip")).read();
 * model.outputs();                  // the names of its channels
 * UNetModel own = ModelPackage.read(Path.of("my-cells.zip"));
 * System.out.println(ModelReport.of(own));
 * </pre>
 */
package io.github.unetfiji.model;
