"""You trained the model before you measured it, on the same images. It has now seen the exam questions;
evaluating should not change the model."""
# Sign: test_the_accuracy: tenth
# Sign: test_the_loss: tenth
# Sign: test_other_scores: tenth
# Sign: test_thousands_of_images: tenth


def evaluate(model, images, labels):
    model.fit(images, labels, epochs=5)
    return model.evaluate(images, labels)
