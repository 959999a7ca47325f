"""You divided the labels by 255. Labels are names of classes and no measurements: scaled down, all of them
are taken for class 0, and the loss falls to zero for nothing."""


def train(model, images, labels, epochs):
    return model.fit(images, labels / 255, epochs=epochs)
