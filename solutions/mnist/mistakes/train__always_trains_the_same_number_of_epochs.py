"""Your function always trains for the same number of epochs. Look at its parameters: you never use one of
them."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=10)
