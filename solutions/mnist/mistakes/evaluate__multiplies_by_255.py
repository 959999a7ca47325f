"""You multiplied the images by 255. The model learned from pixels between 0 and 1, and that is how they arrive: hand them
on as they are."""


def evaluate(model, images, labels):
    return model.evaluate(images * 255, labels)
