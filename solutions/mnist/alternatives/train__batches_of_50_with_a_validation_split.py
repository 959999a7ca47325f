"""Another batch size, and a tenth of the images for validation."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, batch_size=50, epochs=epochs, validation_split=0.1)
