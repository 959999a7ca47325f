"""The model was trained, and your function gave None. The record of the training is lost unless it is
handed back."""


def train(model, images, labels, epochs):
    model.fit(images, labels, epochs=epochs)
