"""You measured only the last images. With fewer images, the accuracy depends more on chance, and you never
look at the others: use all images that you are given."""


def evaluate(model, images, labels):
    return model.evaluate(images[-50:], labels[-50:])
