"""The History as the model keeps it."""


def train(model, images, labels, epochs):
    model.fit(images, labels, epochs=epochs)
    return model.history
