"""Your function trains for the same number of epochs whatever it is asked for. Look at its parameters: one of
them is never used."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=10)
