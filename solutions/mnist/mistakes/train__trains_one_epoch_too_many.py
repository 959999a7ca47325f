"""Your function runs one epoch more than it was asked for. Count the entries in the history."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs + 1)
