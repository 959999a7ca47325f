"""You trained on the first tenth of the images only. The model cannot learn from pictures it never sees."""


def train(model, images, labels, epochs):
    part = len(images) // 10
    return model.fit(images[:part], labels[:part], epochs=epochs)
