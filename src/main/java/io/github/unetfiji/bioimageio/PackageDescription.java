package io.github.unetfiji.bioimageio;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a BioImage.IO package of a model says, whichever version of the format it has: 0.4 is read as if it were 0.5. Texts
 * are shown to people, so control characters in them are replaced.
 *
 * @param formatVersion such as 0.5.4
 * @param name of the model
 * @param id of the model in the zoo
 * @param version of the model
 * @param description for people, may be empty
 * @param authors their names
 * @param citations text and DOI or address of each, one line each
 * @param license SPDX id
 * @param tags words by which it is found
 * @param covers pictures
 * @param documentation text for people
 * @param input the only one
 * @param outputs at least one
 * @param weights the TorchScript program with its parameters
 * @param pytorchVersion that wrote it
 * @param config what else there is, plain values
 */
public record PackageDescription(
        String formatVersion,
        String name,
        Optional<String> id,
        Optional<String> version,
        String description,
        List<String> authors,
        List<String> citations,
        Optional<String> license,
        List<String> tags,
        List<PackageFile> covers,
        Optional<PackageFile> documentation,
        TensorDescription input,
        List<TensorDescription> outputs,
        PackageFile weights,
        Optional<String> pytorchVersion,
        Map<String, Object> config) {

    public PackageDescription {
        authors = List.copyOf(authors);
        citations = List.copyOf(citations);
        tags = List.copyOf(tags);
        covers = List.copyOf(covers);
        outputs = List.copyOf(outputs);
    }
}
