"""You divided the images by 255, but the given images already go from 0 to 1. The accuracy may look the same,
but the loss shows that the model sees almost black images."""


def evaluate(model, images, labels):
    return model.evaluate(images / 255, labels)
