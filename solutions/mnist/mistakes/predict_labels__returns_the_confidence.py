"""You returned the largest probability of each image. It says how sure the model is. The answer is its
position in the row."""
# Sign: test_one_whole_number_for_each_image: tenth
# Sign: test_the_most_probable_label: tenth
# Sign: test_a_single_image: tenth

import numpy as np


def predict_labels(model, images):
    return np.max(model.predict(images), axis=1)
