"""You unpacked the dataset as if all images came first and then all labels, so a name for labels now
holds pictures. The two halves are training and test: look at what belongs together in each."""


def dataset_shapes(dataset):
    (train_images, test_images), (train_labels, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
