"""A batch size of its own, and a tenth kept back."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, batch_size=50, epochs=epochs, validation_split=0.1)
