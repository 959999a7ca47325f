"""You compiled the model again with a loss that wants ten numbers per label. The model arrives compiled,
with a loss that fits its labels: what would happen without that line?"""


def train(model, images, labels, epochs):
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model.fit(images, labels, epochs=epochs)
