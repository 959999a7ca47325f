"""You named fit but did not call it, so the model was not trained. Only parentheses turn the name of a method
into a call."""


def train(model, images, labels, epochs):
    return model.fit
