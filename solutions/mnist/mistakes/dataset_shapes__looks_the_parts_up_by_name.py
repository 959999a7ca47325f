"""You looked a part up by its name, but nothing in the dataset has a name. It is a pair of pairs, told
apart by their order: the names come from you."""


def dataset_shapes(dataset):
    return {
        "train_images": dataset["train_images"].shape,
        "train_labels": dataset["train_labels"].shape,
        "test_images": dataset["test_images"].shape,
        "test_labels": dataset["test_labels"].shape,
    }
