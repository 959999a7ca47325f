### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You looked up a part by its name, but the parts of the dataset have no names. It is a pair of pairs, and
only the order shows which part is which: you give the names yourself."""


def dataset_shapes(dataset):
    return {
        "train_images": dataset["train_images"].shape,
        "train_labels": dataset["train_labels"].shape,
        "test_images": dataset["test_images"].shape,
        "test_labels": dataset["test_labels"].shape,
    }
