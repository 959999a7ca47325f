"""Your function works only for an array with the size of the training set. It is also used for the test
images and for a single image: is there a shape that the array does not already have?"""


def normalize(images):
    return images.reshape(60000, 784) / 255
