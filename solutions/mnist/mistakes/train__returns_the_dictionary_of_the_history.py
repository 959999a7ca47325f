"""You took the dictionary out of the History. Hand back the whole object that fit gave: whoever called your function
finds the dictionary in it."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs).history
