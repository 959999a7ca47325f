"""You call fit once for each epoch, and collect a history from each call. fit can count the epochs itself,
and then a single history holds them all."""


def train(model, images, labels, epochs):
    histories = []
    for _ in range(epochs):
        histories.append(model.fit(images, labels))
    return histories
