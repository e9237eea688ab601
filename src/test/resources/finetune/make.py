"""Makes the packages of this folder with PyTorch: tiny networks with random weights, as other programs write them."""
import hashlib, io, json, sys, zipfile
import numpy as np, torch
from torch import nn


class Net(nn.Module):
    def __init__(self, channels, outputs, end="none", last=False, drop=0.0):
        super().__init__()
        self.a = nn.Sequential(nn.Conv2d(channels, 6, 3, padding=1), nn.BatchNorm2d(6), nn.ReLU())
        self.b = nn.Sequential(nn.Conv2d(6, 12, 3, padding=1), nn.BatchNorm2d(12), nn.ReLU(), nn.Dropout2d(drop))
        self.up = nn.ConvTranspose2d(12, 6, 2, 2)
        self.head = nn.Conv2d(12, outputs, 1)
        self.unused = nn.Parameter(torch.ones(3))
        self.end = end
        self.last = last

    def forward(self, x):
        if self.last:
            x = x.permute(0, 3, 1, 2)
        a = self.a(x)
        y = self.head(torch.cat([a, self.up(self.b(torch.max_pool2d(a, 2)))], 1))
        if self.end == "sigmoid":
            y = torch.sigmoid(y)
        return y


def npy(array):
    out = io.BytesIO()
    np.save(out, array)
    return out.getvalue()


def sha(data):
    return hashlib.sha256(data).hexdigest()


def make(name, net, test, form, describe, last=False):
    torch.manual_seed(7)
    for m in net.modules():
        if isinstance(m, nn.BatchNorm2d):
            m.running_mean.normal_(0, 0.2)
            m.running_var.uniform_(0.5, 1.5)
    net.eval()
    x, prepared, finish = test
    with torch.no_grad():
        given = torch.from_numpy(prepared.astype(np.float32))
        program = torch.jit.trace(net, given) if form == "trace" else torch.jit.script(net)
        if form == "freeze":
            program = torch.jit.freeze(program)
        y = finish(net(given)).numpy()
    weights = io.BytesIO()
    torch.jit.save(program, weights)
    files = {"weights.pt": weights.getvalue(), "doc.md": b"# A tiny network\n", "in.npy": npy(x), "out.npy": npy(y)}
    common = dict(type="model", name=name.replace("_", " "), description="random weights", authors=[{"name": "Fixture"}],
                  cite=[{"text": "none", "doi": "10.1007/978-3-319-24574-4_28"}], license="CC0-1.0", documentation="doc.md",
                  tags=["fixture"], timestamp="2026-01-02T03:04:05")
    w = {"torchscript": {"source": "weights.pt", "sha256": sha(files["weights.pt"]), "pytorch_version": "2.5.0"}}
    yaml = "rdf.yaml" if "05" in name else "bioimageio.yaml"
    with zipfile.ZipFile(name + ".zip", "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr(yaml, json.dumps({**common, **describe(files), "weights": w}, indent=1))
        for k, v in files.items():
            z.writestr(k, v)


def zmuv(x):
    return (x - x.mean()) / (x.std() + 1e-6)


rng = np.random.default_rng(3)
gray = (rng.random((1, 1, 24, 20)) * 200).astype(np.float32)
rgb = rng.integers(0, 256, (1, 24, 20, 3)).astype(np.uint8)
small = (rng.random((1, 1, 40, 48)) * 200).astype(np.float32)
ZM4 = [{"name": "zero_mean_unit_variance", "kwargs": {"axes": "cyx", "mode": "per_sample"}}]


def boundary(files):
    return dict(format_version="0.4.10",
                inputs=[dict(name="raw", axes="bcyx", data_type="float32", shape=dict(min=[1, 1, 16, 16], step=[0, 0, 4, 4]), preprocessing=ZM4)],
                outputs=[dict(name="probability", description="foreground, boundary", axes="bcyx", data_type="float32",
                              shape=dict(reference_tensor="raw", scale=[1, 0, 1, 1], offset=[0, 1, 0, 0]), halo=[0, 0, 4, 4])],
                test_inputs=["in.npy"], test_outputs=["out.npy"])


def fixed(files):
    return dict(format_version="0.4.9",
                inputs=[dict(name="raw", axes="bcyx", data_type="float32", shape=[1, 1, 40, 48], preprocessing=ZM4)],
                outputs=[dict(name="probability", axes="bcyx", data_type="float32", shape=[1, 1, 40, 48], postprocessing=[{"name": "sigmoid"}])],
                test_inputs=["in.npy"], test_outputs=["out.npy"])


def classes(files):
    space = lambda a: dict(type="space", id=a, size=dict(min=16, step=4))
    out = lambda a: dict(type="space", id=a, size=dict(tensor_id="raw", axis_id=a, offset=0), halo=4)
    return dict(format_version="0.5.5", id="classes-05", version="1.0",
                inputs=[dict(id="raw", axes=[dict(type="batch"), space("y"), space("x"), dict(type="channel", channel_names=["red", "green", "blue"])],
                             data=dict(type="uint8"), test_tensor=dict(source="in.npy", sha256=sha(files["in.npy"])),
                             preprocessing=[dict(id="scale_linear", kwargs=dict(gain=0.01, offset=-1.0)), dict(id="ensure_dtype", kwargs=dict(dtype="float32"))])],
                outputs=[dict(id="classes", axes=[dict(type="batch"), dict(type="channel", channel_names=["background", "cell"]), out("y"), out("x")],
                              data=dict(type="float32"), test_tensor=dict(source="out.npy", sha256=sha(files["out.npy"])),
                              postprocessing=[dict(id="softmax", kwargs=dict(axis="channel"))])])


def frozen(files):
    r = boundary(files)
    return r


torch.manual_seed(1)
make("boundary_04", Net(1, 2, "sigmoid"), (gray, zmuv(gray), lambda y: y), "script", boundary)
make("fixed_04", Net(1, 1, drop=0.3), (small, zmuv(small), torch.sigmoid), "script", fixed)
make("classes_05", Net(3, 2, last=True), (rgb, rgb * 0.01 - 1.0, lambda y: torch.softmax(y, 1)), "trace", classes)
make("frozen_04", Net(1, 2, "sigmoid"), (gray, zmuv(gray), lambda y: y), "freeze", frozen)
