"""Another batch size."""


def train(model, images, labels, epochs):
    history = model.fit(images, labels, batch_size=64, epochs=epochs)
    return history
