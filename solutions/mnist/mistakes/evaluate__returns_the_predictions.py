"""You gave the model's ten probabilities for every image. That is what it answers; asked is how good the
answers are, in two numbers."""


def evaluate(model, images, labels):
    return model.predict(images)
