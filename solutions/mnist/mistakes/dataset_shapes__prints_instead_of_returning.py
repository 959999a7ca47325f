"""The shapes appear on the screen, and your function gave None. Printing shows a value to people; a
caller gets it another way."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    print("train_images", train_images.shape)
    print("train_labels", train_labels.shape)
    print("test_images", test_images.shape)
    print("test_labels", test_labels.shape)
