# Named: loads_the_data_again.
import keras


def dataset_shapes(dataset):
    (a, b), (c, d) = keras.datasets.mnist.load_data()
    return {"train_images": a.shape, "train_labels": b.shape, "test_images": c.shape, "test_labels": d.shape}
