"""Nothing tells fit how often to go through the images, so it does so once. The number that your function
was handed has to reach it."""


def train(model, images, labels, epochs):
    return model.fit(images, labels)
