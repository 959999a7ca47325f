"""The last images measured besides; all of them are trained on."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs, validation_data=(images[-100:], labels[-100:]))
