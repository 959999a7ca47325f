"""fit read your third value as the batch size, so it trained for one epoch in tiny batches. Several settings
can come after the labels: say by name which one you mean."""


def train(model, images, labels, epochs):
    return model.fit(images, labels, epochs)
