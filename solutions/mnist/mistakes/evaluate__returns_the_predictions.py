"""You returned the model's ten probabilities for every image. These are its answers; the question is how good
the answers are, in two numbers."""


def evaluate(model, images, labels):
    return model.predict(images)
