"""Your function evaluates a name of the page and not what it is handed. It has to work with
any images: look at the names in its first line."""


def evaluate(model, images, labels):
    return model.evaluate(test_images, test_labels)  # noqa: F821
