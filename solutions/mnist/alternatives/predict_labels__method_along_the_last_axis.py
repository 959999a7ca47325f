"""argmax as a method, along the last axis."""


def predict_labels(model, images):
    return model.predict(images, verbose=0).argmax(axis=-1)
