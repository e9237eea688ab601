/**
 * A model: a network with its parameters, the normalisation of images, the names of the classes, and its provenance. A model
 * file is a BioImage.IO package (a zip) that other programs of that family read as well. Files are read without trusting
 * them: nothing in a file is run, and a wrong value is one sentence; start from {@link
 * io.github.unetfiji.model.ModelPackage}.
 *
 * <pre>
 * UNetModel model = ModelPackage.read(Path.of("my-cells.zip"));
 * model.classes();                  // background, cell
 * System.out.println(ModelReport.of(model));
 * </pre>
 */
package io.github.unetfiji.model;
