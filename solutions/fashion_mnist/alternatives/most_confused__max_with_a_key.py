"""max over all pairs with a key; the first of equals stays."""

def most_confused(matrix):
    pairs = [(true, predicted) for true in range(len(matrix)) for predicted in range(len(matrix)) if true != predicted]
    return max(pairs, key=lambda pair: matrix[pair])
