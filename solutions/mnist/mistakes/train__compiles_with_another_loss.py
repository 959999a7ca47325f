"""You compiled the model again with a loss that needs ten numbers per label. The given model is already
compiled, with a loss that fits its labels: what happens without this line?"""


def train(model, images, labels, epochs):
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model.fit(images, labels, epochs=epochs)
