"""You call fit once for each epoch, and each call starts a new history. So you return the history of the last
epoch only; fit can count the epochs itself."""


def train(model, images, labels, epochs):
    for _ in range(epochs):
        history = model.fit(images, labels, epochs=1)
    return history
