"""Writes the files of test/evaluate/data/files with NumPy, and what they hold as JSON: /usr/bin/python3 scripts/dataFiles.py"""

import json
import struct
from pathlib import Path

import numpy as np

folder = Path(__file__).parent.parent / "test/evaluate/data/files"
folder.mkdir(parents=True, exist_ok=True)
generator = np.random.default_rng(20240607)
expected = {}


def keep(name, array, key=None):
    expected.setdefault(name, []).append(
        {"key": key, "values": np.asarray(array, dtype="f8").tolist()}
    )


whole = {"f2", "f4", "f8"}
for kind in ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"]:
    for order in "<>":
        numbers = generator.integers(0, 2 if kind == "b1" else 100, (3, 4))
        array = (numbers / 8 if kind in whole else numbers).astype(order + kind)
        name = f"{kind}{'le' if order == '<' else 'be'}.npy"
        np.save(folder / name, array)
        keep(name, array)

special = np.array([0.0, -0.0, 65504, 2**-24, -(2**-14), np.inf, -np.inf], dtype="<f2")
np.save(folder / "half.npy", special)
keep("half.npy", special)

tall = np.asfortranarray(generator.standard_normal((5, 3)))
np.save(folder / "fortran.npy", tall)
keep("fortran.npy", tall)

cube = generator.standard_normal((2, 3, 4)).astype("f4")
np.save(folder / "cube.npy", cube)
np.save(folder / "fortranCube.npy", np.asfortranarray(cube))
for name in ["cube.npy", "fortranCube.npy"]:
    keep(name, cube[1], "[2]")
    keep(name, cube[0, 2], "[1][3]")
    keep(name, cube[1, 0, 3], "[2][1][4]")

np.save(folder / "number.npy", np.float64(2.5))
keep("number.npy", 2.5)
np.save(folder / "version2.npy", np.arange(3.0))
with open(folder / "version2.npy", "wb") as file:
    np.lib.format.write_array(file, np.arange(3.0), version=(2, 0))
keep("version2.npy", np.arange(3.0))

layers = {"layer1": generator.random(4), "layer2": generator.random((2, 2)).astype("f4")}
np.savez(folder / "stored.npz", **layers)
np.savez_compressed(folder / "deflated.npz", **layers)
np.savez(folder / "only.npz", x=layers["layer1"])
for name in ["stored.npz", "deflated.npz"]:
    for key, array in layers.items():
        keep(name, array, key)
keep("only.npz", layers["layer1"])

# What has no numbers that can be read.
np.save(folder / "objects.npy", np.array([1, "a", None], dtype=object), allow_pickle=True)
np.save(folder / "fields.npy", np.zeros(2, dtype=[("a", "f8"), ("b", "i4")]))
np.save(folder / "complex.npy", np.zeros(2, dtype="c16"))
np.save(folder / "text.npy", np.array(["a", "b"]))
np.save(folder / "dates.npy", np.array(["2024-06-07"], dtype="M8[D]"))
np.save(folder / "empty.npy", np.zeros((0, 3)))
np.save(folder / "nan.npy", np.array([[1, 2], [np.nan, 4]]))

np.savetxt(folder / "saved.csv", layers["layer2"], delimiter=",", header="a,b")
keep("saved.csv", layers["layer2"])
keep("saved.csv", layers["layer2"][:, 0], "a")


def bfloat(array):
    """The upper halves of singles that lose nothing by it."""
    return (np.asarray(array, dtype="<f4").view("<u4") >> 16).astype("<u2")


tensors = {
    "weight": ("F32", layers["layer2"]),
    "half": ("F16", special),
    "brain": ("BF16", np.array([[1.5, -2.0], [0.0078125, np.inf]])),
    "steps": ("I64", np.array([1, 2, 2**53])),
    "mask": ("BOOL", np.array([[True, False]])),
    "heads": ("F64", cube.astype("f8")),
}
head, body = {"__metadata__": {"format": "np"}}, b""
for name, (kind, array) in tensors.items():
    data = (bfloat(array) if kind == "BF16" else np.ascontiguousarray(array)).tobytes()
    offsets = [len(body), len(body) + len(data)]
    head[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": offsets}
    body += data
text = json.dumps(head).encode()
text += b" " * (-len(text) % 8)
(folder / "model.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + body)
for name, (_, array) in tensors.items():
    if name != "heads":
        keep("model.safetensors", array, name)
keep("model.safetensors", cube[1], "heads[2]")


def plain(value):
    """Infinity as text, since JSON has none."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value if np.isfinite(value) else ("Infinity" if value > 0 else "-Infinity")


for arrays in expected.values():
    for each in arrays:
        each["values"] = plain(each["values"])
with open(folder.parent / "dataFiles.json", "w") as file:
    json.dump(expected, file, indent=1)
    file.write("\n")
