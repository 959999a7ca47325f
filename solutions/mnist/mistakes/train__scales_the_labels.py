"""You divided the labels by 255. Labels are names of classes, not measurements: when they are scaled down,
they all count as class 0, and the loss falls to zero for no good reason."""


def train(model, images, labels, epochs):
    return model.fit(images, labels / 255, epochs=epochs)
