"""Your function trained the model but returned None. The record of the training is lost, unless the function
returns it."""


def train(model, images, labels, epochs):
    model.fit(images, labels, epochs=epochs)
