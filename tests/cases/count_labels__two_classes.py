# Named: nobody.


def count_labels(labels):
    return {digit: int((labels == digit).sum()) for digit in (0, 5)}
