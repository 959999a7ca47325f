"""The History that the model keeps."""


def train(model, images, labels, epochs):
    model.fit(images, labels, epochs=epochs)
    return model.history
