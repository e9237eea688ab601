// The challenge's pixel error of a model on slices of the ISBI 2012 training stack: 1 - the largest F-score (cells are positive)
// over thresholds.
//   mvn -q compile exec:java -Dexec.args="macros/pixel-error.ijm FOLDER MODEL SLICES"
// FOLDER holds train-volume-01-20.tif and train-labels-01-20.tif (see isbi2012.ijm); SLICES are such as 19-20.

words = split(getArgument(), " ");
if (words.length != 3) exit("macros/pixel-error.ijm needs the folder of the ISBI 2012 stacks, a model and slices as its argument.");
folder = words[0];
model = words[1];
slices = words[2];

File.makeDirectory("output");
open(folder + "/train-volume-01-20.tif");
rename("volume");
open(folder + "/train-labels-01-20.tif");
rename("labels");
selectImage("volume");
run("Duplicate...", "title=test duplicate range=" + slices);
selectImage("labels");
run("Duplicate...", "title=truth duplicate range=" + slices);
selectImage("test");
run("U-Net Segment...", "model=[" + model + "] output=probabilities");
run("Duplicate...", "title=cell duplicate channels=2");
saveAs("Tiff", "output/cell.tif");
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
print("Pixel error of slices " + slices + ": " + d2s(1 - best, 4) + " at threshold " + at);

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
saveAs("PNG", "output/pixel-error.png");
print("The first of them, its probability of a cell, and the truth: output/pixel-error.png");

function meanOf(title) {
	selectImage(title);
	sum = 0;
	for (slice = 1; slice <= nSlices; slice++) {
		setSlice(slice);
		sum += getValue("Mean") / nSlices;
	}
	return sum;
}
