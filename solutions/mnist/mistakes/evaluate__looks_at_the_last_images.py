"""You measured the last images only. With fewer of them, chance shifts the accuracy more, and the others are never
looked at: use all that you are given."""


def evaluate(model, images, labels):
    return model.evaluate(images[-50:], labels[-50:])
