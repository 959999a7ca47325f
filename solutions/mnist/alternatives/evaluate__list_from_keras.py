"""The list that Keras gives, as it is."""


def evaluate(model, images, labels):
    return model.evaluate(images, labels)
