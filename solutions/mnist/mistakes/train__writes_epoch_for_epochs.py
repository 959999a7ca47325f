"""fit does not know an argument called epoch. Compare the spelling with the list of arguments in
help(model.fit)."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epoch=epochs)
