run("U-Net Sample Stack...", "width=256 height=200 slices=3 seed=5");
print(getTitle());
