/**
 * The data that a network learns from: reads label images or drawn regions, separates touching cells, holds slices out, and
 * makes weight maps. Slices are counted through all images of a training, from 0. Start from {@link
 * io.github.unetfiji.dataset.Annotations}, which {@link io.github.unetfiji.dataset.LearningSlices} turns into planes.
 *
 * <pre>
 * List&lt;AnnotatedImage&gt; images = List.of(AnnotatedImage.of(image, labels)); // pixels of ImgLib2
 * Annotations annotations = Annotations.toLearnFrom(images, LabelKind.INSTANCES, 0, System.err::println);
 * Set&lt;Integer&gt; heldOut = annotations.heldOut("19-20");
 * LearningSlices planes = new LearningSlices(images, annotations, normalization, heldOut, 1, weightMap, progress);
 * TrainingData data = TrainingData.of(planes, progress);
 * </pre>
 */
package io.github.unetfiji.dataset;
