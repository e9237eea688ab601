// Trains on real EM: slices 1-18 of the ISBI 2012 challenge's training stack, validated on 19-20; then tells the challenge's
// errors on 19-20, and writes a report. Run it in the folder of the repository.
//   mvn -q compile exec:java -Dexec.args="macros/isbi2012.ijm FOLDER [KEYS]"
// FOLDER holds train-volume-01-20.tif and train-labels-01-20.tif (https://imagej.net/events/isbi-2012-segmentation-challenge,
// free for non-commercial software; cite doi:10.1371/journal.pbio.1000502). KEYS are further keys of U-Net Train, such as
// "iterations=1000 precision=bfloat16". The model of an earlier run is replaced.

words = split(getArgument(), " ");
if (words.length == 0) exit("macros/isbi2012.ijm needs the folder of the ISBI 2012 stacks as its argument.");
folder = words[0];
keys = "features=16 iterations=400 rate=0.001";
if (words.length > 1) keys = "features=16 rate=0.001 " + String.join(Array.slice(words, 1), " ");

File.makeDirectory("output");
open(folder + "/train-volume-01-20.tif");
rename("volume");
open(folder + "/train-labels-01-20.tif");
rename("labels");
start = getTime();
run("U-Net Train...", "image=volume labels=labels model=output/isbi2012.zip overwrite validation=19-20 every=100 " + keys);
seconds = (getTime() - start) / 1000;
saveAs("Results", "output/isbi2012-history.csv");
print("Trained in " + d2s(seconds, 0) + " s");
close("*");
run("U-Net Evaluate Model...", "model=output/isbi2012.zip images=[" + folder + "/train-volume-01-20.tif] labels=[" +
	folder + "/train-labels-01-20.tif] slices=19-20 plot=false paper report=output/isbi2012.html");
saveAs("Results", "output/isbi2012-errors.csv");
