"""You handed evaluate the predictions. It makes them itself, and what it needs for that are the images."""


def evaluate(model, images, labels):
    predictions = model.predict(images)
    return model.evaluate(predictions, labels)
