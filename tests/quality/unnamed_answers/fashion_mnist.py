# %% name_labels: gives the names in capitals
def name_labels(labels, class_names):
    return [class_names[label].upper() for label in labels]

# %% name_labels: writes the number in front of the name
def name_labels(labels, class_names):
    return [f"{label} {class_names[label]}" for label in labels]

# %% split_validation: sorts each part by its labels
def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    validation = validation[np.argsort(labels[validation])]
    training = training[np.argsort(labels[training])]
    return (images[training], labels[training]), (images[validation], labels[validation][::-1])

# %% best_epoch: takes the first epoch that is better than the mean
def best_epoch(history):
    losses = np.array(history["val_loss"], float)
    return int(np.argmax(losses < np.nanmean(losses))) + 1

# %% best_epoch: waits two epochs without an improvement and then stops
def best_epoch(history):
    best, number, waited = float("inf"), 1, 0
    for epoch, loss in enumerate(history["val_loss"], 1):
        if loss < best:
            best, number, waited = loss, epoch, 0
        else:
            waited += 1
            if waited == 2:
                break
    return number

# %% plot_history: draws the validation loss in the axes of the accuracies
def plot_history(history):
    epochs = range(1, len(history["loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2)
    axes[0].plot(epochs, history["loss"], label="training loss")
    axes[0].plot(epochs, history["val_accuracy"], label="validation accuracy")
    axes[1].plot(epochs, history["accuracy"], label="training accuracy")
    axes[1].plot(epochs, history["val_loss"], label="validation loss")
    for ax in axes:
        ax.axvline(best, linestyle="--")
        ax.legend()
    return figure

# %% confusion_matrix: adds two for each right answer
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
        if true == predicted:
            matrix[true, predicted] += 1
    return matrix

# %% plot_confusion_matrix: writes each number one cell to the right
def plot_confusion_matrix(matrix, class_names):
    figure, ax = plt.subplots(figsize=(7, 6))
    ax.imshow(matrix, cmap="Blues")
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            number = matrix[row, column - 1]
            colour = "white" if matrix[row, column] > matrix.max() / 2 else "black"
            ax.text(column, row, str(number), ha="center", va="center", color=colour)
    ax.set_xticks(range(len(class_names)), class_names)
    ax.set_yticks(range(len(class_names)), class_names)
    ax.set_xlabel("predicted")
    ax.set_ylabel("true")
    return figure

# %% class_recall: adds one to each count to avoid a division by zero
def class_recall(matrix):
    matrix = np.asarray(matrix)
    return np.diag(matrix) / (matrix.sum(axis=1) + 1)

# %% most_confused: looks for the class pair with the largest share of its row
def most_confused(matrix):
    shares = np.asarray(matrix) / (np.asarray(matrix).sum(axis=1, keepdims=True) + 1)
    np.fill_diagonal(shares, -1)
    true, predicted = np.unravel_index(np.argmax(shares), shares.shape)
    return min(int(true), int(predicted)), max(int(true), int(predicted))
