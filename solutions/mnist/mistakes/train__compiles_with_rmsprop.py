"""You compiled the model again and replaced its optimizer with rmsprop. The settings of the given model are
lost: what happens without this line?"""


def train(model, images, labels, epochs):
    model.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(images, labels, epochs=epochs)
