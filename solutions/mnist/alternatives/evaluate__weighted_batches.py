"""Batches, each weighted by its number of images."""


def evaluate(model, images, labels):
    loss = accuracy = 0.0
    for start in range(0, len(images), 300):
        batch, answers = images[start : start + 300], labels[start : start + 300]
        batch_loss, batch_accuracy = model.evaluate(batch, answers, verbose=0)
        loss += batch_loss * len(batch)
        accuracy += batch_accuracy * len(batch)
    return loss / len(images), accuracy / len(images)
