"""You chose some of the images, and the model learned only from those. It cannot learn from images that it
never sees."""


def train(model, images, labels, epochs):
    return model.fit(images[::2], labels[::2], epochs=epochs)
