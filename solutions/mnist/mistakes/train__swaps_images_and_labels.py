"""You swapped images and labels in the call of fit. First comes what the model sees, then what it should
answer."""


def train(model, images, labels, epochs):
    return model.fit(labels, images, epochs=epochs)
