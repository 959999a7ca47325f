"""You compared each image with the label of the next image. The two arrays are shifted by one position: where
does each of them begin?"""


def evaluate(model, images, labels):
    return model.evaluate(images[:-1], labels[1:])
