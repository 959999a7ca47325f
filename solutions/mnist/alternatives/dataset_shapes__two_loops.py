### VARIANT "train", "test" is "{train}", "{test}"
"""Two loops that build the names."""


def dataset_shapes(dataset):
    shapes = {}
    for half, arrays in zip(["train", "test"], dataset):
        for part, array in zip(["images", "labels"], arrays):
            shapes[half + "_" + part] = array.shape
    return shapes
