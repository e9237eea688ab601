// Trains the EM model of sample-data (em-unet.zip) on real data: all 20 slices of the ISBI 2012 challenge's training stack.
//   mvn -q compile exec:java -Dexec.args="macros/em-model.ijm FOLDER [MODEL] [KEYS]"
// FOLDER holds train-volume-01-20.tif and train-labels-01-20.tif (slices 1-20 of the stacks of
// https://imagej.net/events/isbi-2012-segmentation-challenge, free for non-commercial software; cite
// doi:10.1371/journal.pbio.1000502). MODEL is the file that is written, output/em-unet.zip unless named. KEYS are further keys of
// U-Net Train, by default "iterations=10000"; with "iterations=9000 validation=19-20" two slices are held out.
// At the end thresholds and splitting are tuned: on held-out slices, or else on slices 19-20, which the model has seen.
// Interrupted, it goes on where it was when it is run again; finished, it is not trained again. bfloat16 is fast on processors with AMX and on GPUs;
// elsewhere take it out.

words = split(getArgument(), " ");
if (words.length == 0) exit("macros/em-model.ijm needs the folder of the ISBI 2012 stacks as its argument.");
folder = words[0];
model = "output/em-unet.zip";
if (words.length > 1) model = words[1];
keys = "iterations=10000";
if (words.length > 2) keys = String.join(Array.slice(words, 2), " ");

File.makeDirectory("output");
open(folder + "/train-volume-01-20.tif");
rename("isbi2012-volume-01-20");
run("Properties...", "channels=1 slices=20 frames=1 pixel_width=4 pixel_height=4 voxel_depth=50 unit=nm");
open(folder + "/train-labels-01-20.tif");
rename("isbi2012-labels-01-20");
note = "Cell interior and membrane in serial section transmission EM at 4 nm/px. Trained on slices 1-20 of the training stack " +
	"of the ISBI 2012 challenge (Drosophila larva ventral nerve cord), which may be used to make and test non-commercial segmentation " +
	"software: so for non-commercial use. Cite Cardona et al. 2010, doi:10.1371/journal.pbio.1000502, and Arganda-Carreras et " +
	"al. 2015, doi:10.3389/fnana.2015.00142.";
run("U-Net Train...", "image=isbi2012-volume-01-20 labels=isbi2012-labels-01-20 model=[" + model + "] resume " +
	"features=16 rate=0.001 schedule=cosine warmup=100 balance=0 precision=bfloat16 every=250 note=[" + note + "] license=CC-BY-NC-4.0 " +
	"tags=electron-microscopy,cell-membrane,cells dataset=ilastik/isbi2012_neuron_segmentation_challenge " + keys);
if (indexOf(keys, "validation=") < 0)
	run("U-Net Evaluate Model...", "model=[" + model + "] images=[" + folder + "/train-volume-01-20.tif] labels=[" + folder +
		"/train-labels-01-20.tif] slices=19-20 plot=false metrics=pixel tune");
