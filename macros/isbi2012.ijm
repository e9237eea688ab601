// Trains on real EM: slices 1-18 of the ISBI 2012 challenge's training stack, validated on 19-20; then segments 19-20 and
// tells their pixel error.
//   mvn -q compile exec:java -Dexec.args="macros/isbi2012.ijm FOLDER [KEYS]"
// FOLDER holds train-volume-01-20.tif and train-labels-01-20.tif (https://imagej.net/events/isbi-2012-segmentation-challenge,
// free for non-commercial software; cite doi:10.1371/journal.pbio.1000502). KEYS are further keys of U-Net Train, such as
// "iterations=1000 precision=bfloat16".

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
run("U-Net Train...", "image=volume labels=labels model=output/isbi2012.zip validation=19-20 every=100 " + keys);
seconds = (getTime() - start) / 1000;
saveAs("Results", "output/isbi2012-history.csv");

selectImage("volume");
run("Duplicate...", "title=test duplicate range=19-20");
selectImage("labels");
run("Duplicate...", "title=truth duplicate range=19-20");
selectImage("test");
run("U-Net Segment...", "model=output/isbi2012.zip output=probabilities");
run("Duplicate...", "title=cell duplicate channels=2");
saveAs("Tiff", "output/isbi2012-cell.tif");
rename("cell");

// Pixel error of the challenge: 1 - the largest F-score (cells are positive) over thresholds.
best = 0;
at = 0;
truth = meanOf("truth");
for (i = 0; i < 10; i++) {
	selectImage("cell");
	run("Duplicate...", "title=mask duplicate");
	setThreshold(i / 10 + 0.0001, 2);
	setOption("BlackBackground", true);
	run("Convert to Mask", "background=Dark black");
	found = meanOf("mask");
	imageCalculator("AND stack", "mask", "truth");
	both = meanOf("mask");
	close();
	f = 2 * both / (found + truth);
	if (f > best) {
		best = f;
		at = i / 10;
	}
}
print("Trained in " + d2s(seconds, 0) + " s; pixel error of slices 19-20: " + d2s(1 - best, 4) + " at threshold " + at);

selectImage("test");
setSlice(1);
run("Duplicate...", "title=a");
selectImage("cell");
setSlice(1);
run("Duplicate...", "title=b");
setMinAndMax(0, 1);
run("8-bit");
selectImage("truth");
setSlice(1);
run("Duplicate...", "title=c");
run("Concatenate...", "title=all image1=a image2=b image3=c");
run("Make Montage...", "columns=3 rows=1 scale=1 border=0");
saveAs("PNG", "output/isbi2012.png");
print("Slice 19, its probability of a cell, and the truth: output/isbi2012.png");

function meanOf(title) {
	selectImage(title);
	sum = 0;
	for (slice = 1; slice <= nSlices; slice++) {
		setSlice(slice);
		sum += getValue("Mean") / nSlices;
	}
	return sum;
}
