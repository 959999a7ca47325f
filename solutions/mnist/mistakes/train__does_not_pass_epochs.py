"""You do not tell fit how often to go through the images, so it does so once. Pass it the number that your
function is given."""


def train(model, images, labels, epochs):
    return model.fit(images, labels)
