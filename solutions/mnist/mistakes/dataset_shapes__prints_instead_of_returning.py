### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""The shapes are on the screen, but your function returned None. print only shows a value to people; the code
that calls your function gets a value in another way."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    print("train_images", train_images.shape)
    print("train_labels", train_labels.shape)
    print("test_images", test_images.shape)
    print("test_labels", test_labels.shape)
