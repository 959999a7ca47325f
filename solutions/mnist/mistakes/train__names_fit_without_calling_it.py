"""You named fit and did not call it, so nothing was trained. Brackets make the difference between a method
and what it gives."""


def train(model, images, labels, epochs):
    return model.fit
