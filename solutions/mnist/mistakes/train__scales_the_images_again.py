"""You divided the images by 255, but the given images already go from 0 to 1. Scaled twice, they are nearly
black: look at images.max() before and after."""


def train(model, images, labels, epochs):
    return model.fit(images / 255, labels, epochs=epochs)
