"""You compiled the model again and replaced its optimizer by plain gradient descent, which needs far more
epochs. The settings that the model came with are lost; what would happen without that line?"""


def train(model, images, labels, epochs):
    model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(images, labels, epochs=epochs)
