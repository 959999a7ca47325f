"""Images that you keep for validation do not train the model, and you kept a large share of them. The model
learns only from the rest."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs=epochs, validation_split=0.8)
