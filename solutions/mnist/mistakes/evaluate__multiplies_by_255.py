"""You multiplied the images by 255. The model learned from pixels between 0 and 1, and the given images
already have this range: pass them on unchanged."""


def evaluate(model, images, labels):
    return model.evaluate(images * 255, labels)
