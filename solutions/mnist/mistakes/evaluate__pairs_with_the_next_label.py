"""Each image was compared with the label of the image after it. The two arrays are shifted by one place: look at where
each of them begins."""


def evaluate(model, images, labels):
    return model.evaluate(images[:-1], labels[1:])
