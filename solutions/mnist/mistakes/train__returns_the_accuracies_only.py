"""You took one list of numbers out of the record of the training and left the rest behind. Hand back the
whole record that fit gave; it holds the loss and the accuracy of each epoch."""


def train(model, images, labels, epochs):
    history = model.fit(images, labels, epochs=epochs)
    return history.history["accuracy"]
