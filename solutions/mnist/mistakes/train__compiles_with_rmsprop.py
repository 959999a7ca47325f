"""You compiled the model again and replaced its optimizer by rmsprop. The settings that the model came with are lost;
what would happen without that line?"""


def train(model, images, labels, epochs):
    model.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(images, labels, epochs=epochs)
