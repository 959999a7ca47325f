def normalize(images):
    """Scale pixel values from 0..255 to 0.0..1.0."""
    raise NotImplementedError


def count_labels(labels):
    raise NotImplementedError
