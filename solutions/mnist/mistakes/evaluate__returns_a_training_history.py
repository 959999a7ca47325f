"""You called fit, which trains, and returned its record. To measure a model without changing it there is
another method."""


def evaluate(model, images, labels):
    return model.fit(images, labels)
