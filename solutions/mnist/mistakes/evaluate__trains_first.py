"""You trained the model before you measured it, on the same images. It has now seen the exam questions;
evaluating should not change the model."""


def evaluate(model, images, labels):
    model.fit(images, labels, epochs=5)
    return model.evaluate(images, labels)
