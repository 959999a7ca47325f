"""The list that Keras returns, unchanged."""


def evaluate(model, images, labels):
    return model.evaluate(images, labels)
