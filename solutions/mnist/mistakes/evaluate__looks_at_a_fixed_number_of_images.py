"""You measured so many images as you wrote down, and left out those that follow. Whoever hands over more of them wants
to know about all."""


def evaluate(model, images, labels):
    return model.evaluate(images[:1000], labels[:1000])
