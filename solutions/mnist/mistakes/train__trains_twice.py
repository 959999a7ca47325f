"""You call fit twice, and the second call continues where the first one stopped. The model gets twice the
training, and the history shows only the second half."""


def train(model, images, labels, epochs):
    model.fit(images, labels, epochs=epochs)
    history = model.fit(images, labels, epochs=epochs)
    return history
