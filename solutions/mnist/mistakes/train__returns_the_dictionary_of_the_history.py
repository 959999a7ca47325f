"""You took the dictionary out of the History. Return the whole object that fit gives: the dictionary is
inside it."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs).history
