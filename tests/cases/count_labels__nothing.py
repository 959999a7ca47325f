# Named: nobody.


def count_labels(labels):
    return {}
