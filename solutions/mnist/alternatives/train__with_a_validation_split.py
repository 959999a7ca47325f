"""A tenth of the images for validation."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs, validation_split=0.1)
