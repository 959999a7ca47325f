### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
"""You swapped training and test. A network would then practise with the exam questions: which half comes
first in the dataset?"""


def dataset_shapes(dataset):
    (test_images, test_labels), (train_images, train_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
