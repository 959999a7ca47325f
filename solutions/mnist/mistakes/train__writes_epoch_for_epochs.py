"""fit knows no argument called epoch. Compare the spelling with the list of arguments that help(model.fit)
shows."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epoch=epochs)
