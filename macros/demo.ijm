// The demo: segments the sample stack with the sample model, compares the result with the truth,
// and writes the probabilities as TIFF and an overlay as PNG.
//   mvn -q compile exec:java

File.makeDirectory("output");

// 1. Segment: probabilities of background (membrane) and cell for every pixel.
open("sample-data/phantom.tif");
run("U-Net Segment...", "model=sample-data/phantom-unet.zip output=probabilities");
saveAs("Tiff", "output/phantom-probabilities.tif");
rename("probabilities");

// 2. Evaluate: the fraction of pixels on the wrong side of 0.5.
run("Duplicate...", "title=cells duplicate channels=2");
setThreshold(0.5, 1);
setOption("BlackBackground", true);
run("Convert to Mask", "background=Dark black");
open("sample-data/phantom-labels.tif");
rename("truth");
imageCalculator("XOR create stack", "cells", "truth");
rename("wrong");
wrong = 0;
for (slice = 1; slice <= nSlices; slice++) {
	setSlice(slice);
	wrong += getValue("Mean") / 255 / nSlices;
}
print("Pixel error at 0.5: " + d2s(wrong, 4));

// 3. Look: the image, the probability of a cell, and the found membranes over the image.
panel("phantom.tif", "image", false);
panel("probabilities", "probability", false);
selectImage("cells");
setSlice(1);
run("Duplicate...", "title=membranes");
run("Invert");
selectImage("image");
run("Duplicate...", "title=gray");
run("8-bit");
run("Merge Channels...", "c2=membranes c4=gray create");
run("RGB Color");
rename("overlay");
selectImage("image");
run("RGB Color");
selectImage("probability");
run("RGB Color");
run("Concatenate...", "title=all image1=image image2=probability image3=overlay");
run("Make Montage...", "columns=3 rows=1 scale=1 border=0");
saveAs("PNG", "output/phantom-overlay.png");

print("Written: output/phantom-probabilities.tif and output/phantom-overlay.png");

function panel(source, title, unused) {
	selectImage(source);
	if (is("composite")) {
		Stack.setPosition(2, 1, 1);
	} else {
		setSlice(1);
	}
	run("Duplicate...", "title=" + title);
	resetMinAndMax();
}
