"""You trained only on the first part of the images. The model cannot learn from images that it never sees."""


def train(model, images, labels, epochs):
    part = len(images) // 10
    return model.fit(images[:part], labels[:part], epochs=epochs)
