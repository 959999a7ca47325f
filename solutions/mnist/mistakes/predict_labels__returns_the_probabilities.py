"""You returned ten probabilities per image. Softmax keeps all ten; choosing the class with the largest one is
a separate step."""
# Sign: test_one_whole_number_for_each_image: tenth
# Sign: test_the_most_probable_label: tenth
# Sign: test_a_single_image: tenth


def predict_labels(model, images):
    return model.predict(images)
