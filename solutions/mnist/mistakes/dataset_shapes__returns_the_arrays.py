"""You handed back the arrays themselves. The question was how they are laid out: how many axes each of
them has, and how long those are."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images,
        "train_labels": train_labels,
        "test_images": test_images,
        "test_labels": test_labels,
    }
