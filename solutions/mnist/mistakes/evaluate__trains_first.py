"""You trained the model before measuring it, and on the very images it is measured with. It has seen the
exam questions; evaluating should leave the model as it is."""


def evaluate(model, images, labels):
    model.fit(images, labels, epochs=5)
    return model.evaluate(images, labels)
