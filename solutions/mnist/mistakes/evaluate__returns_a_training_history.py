"""You called fit, which trains, and returned its record. Another method measures a model without changing
it."""


def evaluate(model, images, labels):
    return model.fit(images, labels)
