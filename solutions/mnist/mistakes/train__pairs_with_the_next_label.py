"""Each image was learned with the label of the image after it. The two arrays are shifted by one place: look at
where each of them begins."""


def train(model, images, labels, epochs):
    return model.fit(images[:-1], labels[1:], epochs=epochs)
