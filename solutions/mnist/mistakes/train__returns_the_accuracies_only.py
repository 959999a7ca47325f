"""You took one list of numbers from the record of the training and left out the rest. Return the whole record
that fit gives; it holds the loss and the accuracy of each epoch."""


def train(model, images, labels, epochs):
    history = model.fit(images, labels, epochs=epochs)
    return history.history["accuracy"]
