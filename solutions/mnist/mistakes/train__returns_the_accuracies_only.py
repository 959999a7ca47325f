"""You took one list of numbers out of the record of the training and left the rest behind. Hand back the
whole record; the loss in it tells more than the accuracy."""


def train(model, images, labels, epochs):
    history = model.fit(images, labels, epochs=epochs)
    return history.history["accuracy"]
