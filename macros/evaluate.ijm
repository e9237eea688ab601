// The errors of a model on labelled images: a table, and a report with curves and the worst slices as pictures.
//   mvn -q compile exec:java -Dexec.args="macros/evaluate.ijm MODEL IMAGES LABELS [KEYS]"
// IMAGES and LABELS are files or folders. KEYS are further keys of U-Net Evaluate Model, such as "slices=19-20",
// "averaging=dihedral" or "tune".

words = split(getArgument(), " ");
if (words.length < 3) exit("macros/evaluate.ijm needs a model, images and labels as its argument.");
keys = "";
if (words.length > 3) keys = String.join(Array.slice(words, 3), " ");

File.makeDirectory("output");
run("U-Net Evaluate Model...", "model=[" + words[0] + "] images=[" + words[1] + "] labels=[" + words[2] +
	"] plot=false report=output/report.html " + keys);
saveAs("Results", "output/evaluation.csv");
print("The table: output/evaluation.csv");
