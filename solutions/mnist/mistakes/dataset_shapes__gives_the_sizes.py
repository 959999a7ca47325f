"""You gave how many numbers each array holds in all. Such a total does not tell how they are arranged:
along how many axes, and how long is each?"""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.size,
        "train_labels": train_labels.size,
        "test_images": test_images.size,
        "test_labels": test_labels.size,
    }
