"""You wrote down how many images to measure, and left out all images after them. A call with more images
should measure all of them."""


def evaluate(model, images, labels):
    return model.evaluate(images[:1000], labels[:1000])
