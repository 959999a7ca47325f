"""Every argument by name."""


def train(model, images, labels, epochs):
    return model.fit(x=images, y=labels, epochs=epochs)
