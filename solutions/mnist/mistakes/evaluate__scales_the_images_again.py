"""You divided the images by 255, and they run from 0 to 1 already when they arrive here. The accuracy may
look the same; the loss shows that the model sees almost black pictures."""


def evaluate(model, images, labels):
    return model.evaluate(images / 255, labels)
