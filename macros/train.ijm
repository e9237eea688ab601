// Trains the model of sample-data: a small U-Net on a synthetic stack that nobody segments later.
// Run it in Fiji (Plugins > Macros > Run...) or headless:
//   mvn -q compile exec:java -Dexec.args="macros/train.ijm"
// Interrupted, it goes on when it is run again; finished, it is not trained again.
// Argument: where the model is written; without one output/phantom-unet.zip.

model = getArgument();
if (model == "") {
	File.makeDirectory("output");
	model = "output/phantom-unet.zip";
}

run("U-Net Sample Stack...", "width=512 height=512 slices=12 seed=20");
run("U-Net Train...",
	"image=sample-20 labels=sample-20-labels model=[" + model + "] resume " +
	"depth=3 features=12 patch=332 iterations=1200 rate=0.001 validation=11-12 every=100");

saveAs("Results", "output/history.csv");
saveAs("PNG", "output/history.png");
print("The model is in " + model + ", its history in output/history.csv and output/history.png");
