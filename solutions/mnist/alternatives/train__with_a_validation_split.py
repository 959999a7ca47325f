"""A tenth of the images kept back for validation."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs, validation_split=0.1)
