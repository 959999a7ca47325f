"""You returned the model's ten probabilities for every image. These are its answers; the question is how good
the answers are, in two numbers."""
# Sign: test_two_numbers: tenth
# Sign: test_the_accuracy: tenth
# Sign: test_the_loss: tenth
# Sign: test_other_scores: tenth
# Sign: test_thousands_of_images: tenth


def evaluate(model, images, labels):
    return model.predict(images)
