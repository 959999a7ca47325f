"""Two loops; the first of equals stays."""

def most_confused(matrix):
    best, pair = -1, None
    for true in range(len(matrix)):
        for predicted in range(len(matrix)):
            if true != predicted and matrix[true, predicted] > best:
                best, pair = matrix[true, predicted], (true, predicted)
    return pair
