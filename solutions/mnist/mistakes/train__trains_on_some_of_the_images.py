"""You picked some of the images, and the model learned from those only. It cannot learn from images that it never
sees."""


def train(model, images, labels, epochs):
    return model.fit(images[::2], labels[::2], epochs=epochs)
