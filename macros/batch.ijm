// Segments all images of a folder with one model that is loaded once.
//   mvn -q compile exec:java -Dexec.args="macros/batch.ijm INPUT_FOLDER"
// Argument: the folder. Without one, three synthetic stacks are made first.

File.makeDirectory("output");
input = getArgument();
if (input == "") {
	input = "output/batch-input";
	File.makeDirectory(input);
	for (seed = 1; seed <= 3; seed++) {
		run("U-Net Sample Stack...", "width=400 height=300 slices=2 seed=" + seed);
		saveAs("Tiff", input + "/stack-" + seed + ".tif");
		close("*");
	}
}
File.makeDirectory("output/batch-classes");
run("U-Net Segment Files...",
	"input=[" + input + "] model=sample-data/phantom-unet.zip into=output/batch-classes output=classes");
list = getFileList("output/batch-classes");
for (i = 0; i < list.length; i++) {
	print("output/batch-classes/" + list[i]);
}
