"""Your function runs one epoch too many. Count the entries in the history."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs + 1)
