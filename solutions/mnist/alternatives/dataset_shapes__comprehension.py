### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""A comprehension over names and arrays."""


def dataset_shapes(dataset):
    train, test = dataset
    names = ["train_images", "train_labels", "test_images", "test_labels"]
    return {name: array.shape for name, array in zip(names, [*train, *test])}
