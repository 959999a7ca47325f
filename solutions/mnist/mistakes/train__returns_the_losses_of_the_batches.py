"""You went through the batches yourself and returned a list of numbers. This trains the model, but the
function should return a History: fit makes one, with a loss for each epoch."""


def train(model, images, labels, epochs):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(images), 32):
            losses.append(float(model.train_on_batch(images[start : start + 32], labels[start : start + 32])[0]))
    return losses
