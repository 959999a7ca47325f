"""A batch size of 1000."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, batch_size=1000, epochs=epochs, verbose=0)
