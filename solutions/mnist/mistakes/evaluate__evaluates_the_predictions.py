"""You gave evaluate the predictions. It makes them itself, and for this it needs the images."""


def evaluate(model, images, labels):
    predictions = model.predict(images)
    return model.evaluate(predictions, labels)
