# Named: nobody.
import numpy as np


def normalize(images):
    return images / np.linalg.norm(images)
