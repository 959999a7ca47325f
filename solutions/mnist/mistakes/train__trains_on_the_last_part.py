"""You left out the first images, so the model learned only from the last part. It cannot learn from images
that it never sees."""


def train(model, images, labels, epochs):
    start = len(images) // 5
    return model.fit(images[start:], labels[start:], epochs=epochs)
