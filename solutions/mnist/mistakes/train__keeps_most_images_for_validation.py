"""validation_split is the share that is held back from learning, and you held back four fifths. Only the
images that remain can teach the model anything."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs, validation_split=0.8)
