# %% [markdown]
# # A first neural network: reading handwritten digits
#
# In the next two to three hours you build a program that looks at an image of a handwritten digit and says
# which digit it is. You do not write rules such as "a 7 has a bar at the top". You show many examples to a
# small network, and it learns by itself what to look for.
#
# There are four stages: **look** at the data (1–5), **prepare** it (6–7), **build and train** a network
# (8–9), and **find out how good it is** (10–12). Each number is one function that you write.
#
# How the page works:
#
# - A text explains the idea. Below it is a function. Its first line and its description are already written.
#   Put your own code in the place of `raise NotImplementedError`.
# - The line `check("…")` below the function tells you what is right and what is not right yet. Run it as
#   often as you like. If you are stuck, run `hint("…")` with the same name. It gives one more hint each time.
# - The next cell uses your function, so that you see a result. It runs only when your function works.
# - A function may use only what it is **given** in its parentheses. It is also tested with other images.
#
# You need to know Python: functions, loops, dictionaries. You do not need to know anything about networks.

# %% [markdown]
# ## Tools
#
# NumPy stores images as arrays of numbers, Matplotlib draws, and Keras trains networks. Keras uses
# TensorFlow, which may print a few lines about your processor here. They are harmless.

# %% setup
from collections import Counter

import keras
import matplotlib.pyplot as plt
import numpy as np

from autograder import check, datasets, hint

# %% [markdown]
# ## The data
#
# MNIST is a collection of 70,000 digits. Office workers and school pupils wrote them; then they were scanned
# and labelled. Each example has two parts: an **image** and a **label**, the digit that the writer meant.
#
# The collection has two parts. The network learns from the **training set**. The **test set** is kept for the
# end, like the questions of an exam. Only images that the network has never seen can show whether it has
# understood something or only remembers.
#
# If you have no network connection, the kit draws its own digits. They have the same form, but there are
# fewer of them, so your numbers will differ from the numbers for MNIST on this page.

# %% data
dataset = datasets.load("mnist")
(train_images, train_labels), (test_images, test_labels) = dataset

# %% [markdown]
# ## 1. What is in the box?
#
# The first thing to know about any data is its **shape**: how many axes an array has, and how long each axis
# is. Most errors in building networks come from two shapes that do not fit together. If you look at the
# shapes first, you save hours.
#
# A shape is a tuple. `(60000, 28, 28)` means: 60,000 images of 28 rows and 28 columns. Each image has one
# label, so there are as many labels as images.
#
# Be careful with the order: the dataset is a pair of pairs, first the two training arrays, then the two test
# arrays.

### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
# %% dataset_shapes
def dataset_shapes(dataset):
    """Return the shape of each of the four arrays.

    Args:
        dataset: a pair of pairs, as keras.datasets.mnist.load_data() returns it:
            (training images, training labels), (test images, test labels).
            Images are uint8 arrays, shape (images, rows, columns). Labels are uint8 arrays, shape (images,).

    Returns:
        Dict with the keys "train_images", "train_labels", "test_images" and "test_labels".
        Each value is the shape of that array, a tuple.

    Example:
        >>> seven = np.zeros((7, 28, 28), np.uint8), np.zeros(7, np.uint8)
        >>> three = np.zeros((3, 28, 28), np.uint8), np.zeros(3, np.uint8)
        >>> dataset_shapes((seven, three))["test_images"]
        (3, 28, 28)
    """
    ### BEGIN SOLUTION
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": train_labels.shape,
        "test_images": test_images.shape,
        "test_labels": test_labels.shape,
    }
    ### END SOLUTION
### END VARIANT

# %% dataset_shapes_check
check("dataset_shapes")

# %% dataset_shapes_demo
for part, shape_of_part in dataset_shapes(dataset).items():
    print(f"{part:13} {shape_of_part}")
print("stored as    ", train_images.dtype)

# %% [markdown]
# `uint8` is a whole number with eight bits. It can be 0 to 255 and nothing else. You need this in exercise 6.

# %% [markdown]
# ## 2. How often does each digit occur?
#
# Before you trust a score, ask what score a program without any skill gets. Suppose that 90 % of the labels
# are 1: then a program that always answers "1" is right nine times out of ten, but it is useless. So count
# the labels.
#
# Python's `Counter`, imported above, is a dictionary for counting. NumPy can count, too.

# %% count_labels
def count_labels(labels):
    """Count how often each label occurs.

    Args:
        labels: array of whole numbers (uint8, int64, …), shape (images,), in any order.
            Some digits may be missing, and it may be empty.

    Returns:
        Mapping from label to the number of times it occurs: a Counter or a dict, for example.
        With result[label] you get the count of that label, as in the example below.
        A label that does not occur is left out or has the count 0.

    Example:
        >>> count_labels(np.array([5, 0, 5, 1], np.uint8))[5]
        2
    """
    ### BEGIN SOLUTION
    return Counter(int(label) for label in labels)
    ### END SOLUTION

# %% count_labels_check
check("count_labels")

# %% count_labels_demo
print("training:", count_labels(train_labels))
print("test:    ", count_labels(test_labels))

# %% [markdown]
# On MNIST, 1 is the most frequent digit in the test set: 1,135 of 10,000. A program that always answers "1"
# is right in 11.35 % of the cases. That is the score to beat.

# %% [markdown]
# ## 3. See the counts
#
# It is hard to compare twenty numbers and easy to compare twenty bars. We want to know two things. Do all
# digits occur about equally often? And does the test set have the same mix of digits as the training set? If
# not, the exam does not match the lessons.
#
# Each bar must be above its digit. Ten equal bins between 0 and 9 do **not** do that, because each bin is 0.9
# wide. It is safer to place the bars yourself.

# %% plot_label_counts
def plot_label_counts(train_labels, test_labels):
    """Draw how often each digit occurs, in the training set and in the test set.

    We check: in both sets, each digit that occurs has one bar (or point). It is above its digit on the axis,
    and its height is the count of that digit. Both sets are visible: in two axes side by side, for example, or
    as pairs of bars.

    Args:
        train_labels: array of whole numbers from 0 to 9, shape (training images,).
        test_labels: array of whole numbers from 0 to 9, shape (test images,).

    Returns:
        The Matplotlib Figure. Return it without showing it.

    Example:
        >>> figure = plot_label_counts(np.array([5, 0, 5, 1]), np.array([1, 1, 0]))
        >>> type(figure).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    figure, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
    for ax, labels, name in zip(axes, [train_labels, test_labels], ["training", "test"], strict=True):
        digits, counts = np.unique(labels, return_counts=True)
        bars = ax.bar(digits, counts)
        ax.bar_label(bars, fmt="{:,.0f}", fontsize=8)
        ax.set_xticks(range(10))
        ax.set(title=f"{len(labels):,} {name} labels", xlabel="digit", ylabel="how often it occurs")
    return figure
    ### END SOLUTION

# %% plot_label_counts_check
check("plot_label_counts")

# %% plot_label_counts_demo
plot_label_counts(train_labels, test_labels)
plt.show()

# %% [markdown]
# The digits are not equally frequent, but no digit is rare, and the two charts look similar. So the share of
# right answers is a fair score.

# %% [markdown]
# ## 4. Look at the images
#
# Always look at the images before you train on them. Which ones would be hard for a person? Is the label
# under each image the right one? If the labels are in the wrong order, no error message tells you.
#
# An image is one slice of the array: `images[0]` has 28 rows and 28 columns. Matplotlib's `imshow` draws it,
# and `plt.subplots(5, 5)` makes a grid to draw in. The numbers along the edges (the ticks) do not help here,
# so remove them.

# %% plot_images
def plot_images(images, labels):
    """Draw the first 25 images in a grid, each with its label under it.

    We check: one figure with a 5×5 grid, filled row by row, with image number 0 at the top left. The images
    are upright. Each image has its own label under it as a visible number, for example as the x label. There
    are no ticks.

    Args:
        images: array of numbers, shape (images, rows, columns), at least 25 images.
        labels: array of whole numbers, shape (images,).

    Returns:
        The Matplotlib Figure. Return it without showing it.

    Example:
        >>> figure = plot_images(np.zeros((25, 28, 28)), np.arange(25))
        >>> type(figure).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    figure, axes = plt.subplots(5, 5, figsize=(6.5, 7.5), layout="constrained")
    for place, ax in enumerate(axes.flat):
        ax.imshow(images[place], cmap="gray")
        ax.set_xlabel(str(labels[place]), fontsize=13)
        ax.set(xticks=[], yticks=[])
    return figure
    ### END SOLUTION

# %% plot_images_check
check("plot_images")

# %% plot_images_demo
plot_images(train_images, train_labels)
plt.show()

# %% [markdown]
# See in how many ways people write the same digit: upright or slanted, thin or thick, with lines that meet or
# do not meet. Try to write rules for that, and you understand why we let a network find them.

# %% [markdown]
# ## 5. What is a pixel?
#
# For the computer, an image is a table of numbers. Here is the middle of one image:

# %% numbers_of_an_image
for row_of_pixels in train_images[0][6:18, 6:22]:
    print(" ".join(f"{int(pixel):3}" for pixel in row_of_pixels))

# %% [markdown]
# 0 is black, 255 is white, and the numbers between them are greys. Which values occur, and how often? The
# answer tells you whether an image is mostly empty, and how large the numbers are that the network gets.
#
# Be careful: an image has two axes. A loop along the first axis gives you whole rows, not pixels. An array
# has methods that turn it into one long row.

# %% count_pixel_values
def count_pixel_values(image):
    """Count how often each pixel value occurs in one image.

    Args:
        image: uint8 array, shape (rows, columns), values from 0 to 255.

    Returns:
        Mapping from pixel value to the number of pixels that have it: a Counter or a dict, for example.
        With result[value] you get the count of that value, as in the example below.
        The counts add up to rows × columns.

    Example:
        >>> count_pixel_values(np.array([[0, 255, 0], [7, 0, 255]], np.uint8))[0]
        3
    """
    ### BEGIN SOLUTION
    return Counter(image.flatten().tolist())
    ### END SOLUTION

# %% count_pixel_values_check
check("count_pixel_values")

# %% count_pixel_values_demo
print(count_pixel_values(train_images[0]))

# %% [markdown]
# Most pixels are 0: the image is mostly background.

# %% [markdown]
# ## 6. Scale the pixels
#
# A network multiplies each pixel by a weight and adds up the results. It starts with small random weights,
# which fit inputs of about the size of 1. If you give it numbers up to 255, its first sums are about 200
# times too large. It starts out very sure of wrong answers, spends its time correcting them, and its later
# steps do not fit well either. On MNIST, ten rounds of training then end near 94 % instead of 97.5 %.
#
# So bring the pixels into the range from 0 to 1: black becomes 0.0, white becomes 1.0, and every grey stays
# in proportion between them. Two things are important:
#
# - **The same rule for every pixel of every image.** If you scale each image by its own brightest pixel,
#   equal greys become different numbers.
# - **A new array.** A `uint8` array can hold only whole numbers, and other code may still need the original.
#
# Do not scale the labels: they are names of classes that happen to be numbers.

# %% normalize
def normalize(images):
    """Scale pixel values from 0..255 to 0.0..1.0.

    Args:
        images: array of any shape, usually (images, rows, columns); uint8, or floats from 0.0 to 255.0.

    Returns:
        NumPy array of floats with the same shape: 0 → 0.0, 255 → 1.0, and evenly between them.
        The argument is not changed.

    Example:
        >>> float(normalize(np.array([[[0, 255]]], np.uint8)).max())
        1.0
    """
    ### BEGIN SOLUTION
    return images.astype("float32") / 255  # Keras computes with float32; it needs half the memory of float64
    ### END SOLUTION

# %% normalize_check
check("normalize")

# %% normalize_demo
train_scaled, test_scaled = normalize(train_images), normalize(test_images)
print("before:", train_images.dtype, "from", train_images.min(), "to", train_images.max())
print("after: ", train_scaled.dtype, "from", train_scaled.min(), "to", train_scaled.max())
pixel_figure, pixel_axes = plt.subplots(1, 2, figsize=(11, 3.5), layout="constrained")
pixel_axes[0].hist(train_images[:1000].ravel(), bins=32, log=True)
pixel_axes[0].set(title="before scaling", xlabel="pixel value", ylabel="pixels in 1,000 images (log scale)")
pixel_axes[1].hist(train_scaled[:1000].ravel(), bins=32, log=True)
pixel_axes[1].set(title="after scaling", xlabel="pixel value")
plt.show()

# %% [markdown]
# The two charts have the same form. Only the numbers along the bottom have changed. That is the point: no
# information is lost.

# %% [markdown]
# ## 7. One image, with its scale
#
# A drawing can mislead: Matplotlib stretches the colours so that the smallest number is black and the largest
# is white. So a scaled image and an unscaled image look the same. A **colour bar** shows which number each
# shade means. It must belong to the image, so that it shows the numbers of *this* image.

# %% plot_image
def plot_image(image):
    """Draw one image with its colour bar.

    We check: the image is there once, upright, and drawn with a colour map (grey or another one). Next to it
    is a colour bar that belongs to this image and shows the range of its values.

    Args:
        image: array of numbers, shape (rows, columns), on any scale.

    Returns:
        The Matplotlib Figure. Return it without showing it.

    Example:
        >>> figure = plot_image(np.eye(28))
        >>> type(figure).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    figure, ax = plt.subplots(figsize=(5.5, 4.5), layout="constrained")
    picture = ax.imshow(image, cmap="gray")
    figure.colorbar(picture, ax=ax, label="pixel value")
    ax.set(xlabel="column", ylabel="row")
    return figure
    ### END SOLUTION

# %% plot_image_check
check("plot_image")

# %% plot_image_demo
plot_image(train_images[0])
plot_image(train_scaled[0])
plt.show()

# %% [markdown]
# Both images look the same, but the colour bars differ: 0 to 255 for the first, 0 to 1 for the second.

# %% [markdown]
# ## 8. Build the network
#
# The network is a chain of **layers**. Each layer takes numbers and gives new numbers to the next one:
#
# | layer | what comes out | weights to learn |
# |---|---|---|
# | input | 28×28 pixels | |
# | `Flatten` | 784 numbers in one row | |
# | `Dense(128)` with relu | 128 numbers | 784 · 128 + 128 = 100,480 |
# | `Dense(10)` with softmax | 10 probabilities | 128 · 10 + 10 = 1,290 |
#
# **Why Flatten?** A dense layer connects every input with every unit, and it expects one row of numbers per
# example. If you give it 28 rows, it answers 28 times, once for each row of pixels. Flatten puts the rows one
# after the other into one long row.
#
# **Why relu?** It replaces negative numbers by 0. Without it, two dense layers one after the other can do no
# more than a single one, and the 128 units do not help (on MNIST: 92 %).
#
# **Why ten units and softmax?** There are ten possible answers, so the network gives ten scores. Softmax
# turns them into **probabilities**: none is negative, and they add up to 1. Softmax keeps all ten. It does
# not turn the largest one into 1 and the others into 0. In exercise 11, you choose the largest in a separate
# step.

# %% softmax_by_hand
raw_scores = np.array([2.0, 1.0, -1.0])
print("scores:       ", raw_scores)
print("probabilities:", (np.exp(raw_scores) / np.exp(raw_scores).sum()).round(3))

# %% [markdown]
# The network must also know what "better" means. You tell it when you **compile** it:
#
# - **The loss** is the number that training makes smaller. *Cross-entropy* looks at the probability that the
#   network gives to the true digit. Sure and right costs almost nothing, unsure costs something, sure and
#   wrong costs a lot. Ten equal guesses cost 2.30.
# - **Why the *sparse* one?** It is the same loss for labels that are single numbers, such as `5`. The loss
#   without "sparse" in its name expects ten numbers per label, nine zeros and a one. Our labels are single
#   numbers, so `sparse_categorical_crossentropy` fits.
# - **The optimizer** decides how the weights change. `adam` looks at how each weight has moved in the last
#   steps, and chooses the size of the next step from that. It works well without tuning.
# - **The metrics** are reported to us and change nothing. We ask for the `accuracy`, the share of right
#   answers.
#
# Why not train on the accuracy itself? If a weight moves by a tiny amount, usually no answer changes. The
# accuracy stays the same and does not tell the direction. The loss reacts to the smallest change.

# %% loss_by_hand
for probability_of_truth in [0.99, 0.5, 0.1, 0.001]:
    print(f"true digit got {probability_of_truth:5.1%}: loss {-np.log(probability_of_truth):.2f}")

# %% build_model
def build_model():
    """Build and compile the network. Do not train it.

    The layers: an input of 28×28 numbers, flattened to 784; a dense layer of 128 units with relu; a dense layer
    of 10 units with softmax. Compile the model with the adam optimizer, sparse categorical cross-entropy as the
    loss, and the accuracy as a metric.

    Returns:
        A compiled keras Model, a new one in each call. It takes images of shape (images, 28, 28)
        and gives probabilities of shape (images, 10).

    Example:
        >>> model = build_model()
        >>> model.predict(np.zeros((5, 28, 28)), verbose=0).shape
        (5, 10)
        >>> model.count_params()
        101770
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
    ### END SOLUTION

# %% build_model_check
check("build_model")

# %% build_model_demo
untrained_model = build_model()
untrained_model.summary()
print("its answer for the first test image:")
print(untrained_model.predict(test_images[:1] / 255, verbose=0).round(2))

# %% [markdown]
# In the summary, `None` means the number of images: the network takes as many as you like. The ten numbers of
# the untrained network are guesses.

# %% [markdown]
# ## 9. Train it
#
# Training is a loop, and Keras's `fit` runs it for you. It takes a few images and looks at the answers. For
# every weight, it finds the direction in which the loss falls. It moves each weight a little in that
# direction and goes on with the next few images.
#
# - These few images are a **batch**, 32 images if you do not say otherwise. A single image does not show the
#   right direction well, and all images at once give only one step for a lot of work.
# - One pass through all images is an **epoch**. With 60,000 images and batches of 32, an epoch has 1,875
#   steps.
#
# `fit` starts from the current weights of the model. If you call it twice, the second call continues where
# the first one stopped. It returns a **History**, which keeps the loss and the accuracy of each epoch in its
# dictionary `.history`.

# %% train
def train(model, images, labels, epochs):
    """Train the given model on all the given images.

    Args:
        model: a compiled keras Model, as build_model() returns it. The model changes: it learns.
        images: float array, shape (images, 28, 28), scaled to 0.0..1.0 already.
        labels: array of whole numbers from 0 to 9, shape (images,).
        epochs: how many times to go through all the images, a whole number.

    Returns:
        The History that fit returns. (images and labels are not changed.)

    Example:
        >>> images, labels = np.zeros((4, 28, 28), np.float32), np.array([3, 1, 4, 1])
        >>> history = train(build_model(), images, labels, epochs=2)  # doctest: +ELLIPSIS
        Epoch 1/2
        ...
        >>> len(history.history["loss"])
        2
    """
    ### BEGIN SOLUTION
    return model.fit(images, labels, epochs=epochs, verbose=2)
    ### END SOLUTION

# %% train_check
check("train")

# %% [markdown]
# Now train for ten epochs. This takes about a minute on MNIST. The first line fixes the random numbers: the
# start weights and the order of the images. So you get the same numbers each time you run the cell, and a
# different result comes from something that *you* changed.

# %% train_demo
keras.utils.set_random_seed(1)
model = build_model()
history = train(model, train_scaled, train_labels, epochs=10)

# %% training_curve
curve_figure, curve_axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
for curve_name, curve in history.history.items():
    curve_ax = curve_axes[0] if "loss" in curve_name else curve_axes[1]
    curve_ax.plot(range(1, len(curve) + 1), curve, marker="o")
    curve_ax.set(title=f"{curve_name} on the training images", xlabel="epoch", ylabel=curve_name)
    curve_ax.grid(alpha=0.3)
plt.show()

# %% [markdown]
# Both curves change fast at first and then become flat: the network learns most in the first few epochs. But
# these curves only show the images that it trains on. They cannot tell whether it can read *new* images.

# %% [markdown]
# ## 10. How good is it really?
#
# Now the exam: the test images, which the network has never seen. Keras's `evaluate` returns the loss **and**
# the accuracy, in this order. Swapping them is the most common mistake here. A "loss" of 0.97 with an
# "accuracy" of 0.09 is a sign of it.

# %% evaluate
def evaluate(model, images, labels):
    """Measure the model on all the given images.

    Args:
        model: a compiled keras Model with the accuracy as a metric. It is not changed.
        images: float array, shape (images, 28, 28), scaled like the images that the model learned from.
        labels: array of whole numbers from 0 to 9, shape (images,).

    Returns:
        (loss, accuracy), two floats: the mean loss over all images, and the share of right answers from 0 to 1.

    Example:
        For a black image, a new model gives each digit the same probability: its loss is log(10).

        >>> black_images, labels = np.zeros((4, 28, 28), np.float32), np.array([3, 1, 4, 1])
        >>> loss, accuracy = evaluate(build_model(), black_images, labels)
        >>> round(float(loss), 3), float(accuracy)
        (2.303, 0.0)
    """
    ### BEGIN SOLUTION
    loss, accuracy = model.evaluate(images, labels, verbose=0)
    return loss, accuracy
    ### END SOLUTION

# %% evaluate_check
check("evaluate")

# %% evaluate_demo
train_loss, train_accuracy = evaluate(model, train_scaled, train_labels)
test_loss, test_accuracy = evaluate(model, test_scaled, test_labels)
print(f"training set: loss {train_loss:.4f}, accuracy {train_accuracy:.4f}")
print(f"test set:     loss {test_loss:.4f}, accuracy {test_accuracy:.4f}")

# %% [markdown]
# **The gap.** On MNIST you get more than 99 % on the training set and about 97.5 % on the test set. Where
# does the difference come from? The network has also learned details of the training images by heart, and
# they do not help with other images. This is called **overfitting**. Only the second number tells you how
# well the network reads new handwriting. Never use it to choose what to train: then it would no longer be an
# exam.
#
# **The loss says more.** On MNIST it is several times larger on the test set than on the training set: the
# network is very sure of some of its few wrong answers. The test loss is lowest after five or six epochs and
# then rises, while the accuracy still looks good.
#
# There is something that the accuracy does not see at all. Suppose you forget to scale the test images:

# %% unscaled_demo
unscaled_loss, unscaled_accuracy = evaluate(model, test_images, test_labels)
print(f"test set, not scaled: loss {unscaled_loss:.1f}, accuracy {unscaled_accuracy:.4f}")

# %% [markdown]
# The accuracy is nearly the same, but the loss is much larger: on MNIST more than a hundred times. Pixels
# that are 255 times larger make all ten scores about 255 times larger. Their order stays the same, and so do
# the answers, but now the network is completely sure of every wrong answer. So look at both numbers.

# %% [markdown]
# ## 11. From probabilities to digits
#
# `predict` gives a table: one row for each image, with ten probabilities in each row. The answer is the
# **position** of the largest number in a row, not the number itself. The position says which digit it is, the
# number says how sure the network is.

# %% predict_labels
def predict_labels(model, images):
    """Return the most probable digit for each image.

    Args:
        model: a keras Model that gives ten probabilities (or scores) for each image. It is not changed.
        images: float array, shape (images, 28, 28), scaled to 0.0..1.0; perhaps only one image.

    Returns:
        Array of whole numbers from 0 to 9, shape (images,).

    Example:
        >>> len(predict_labels(build_model(), np.zeros((4, 28, 28), np.float32)))
        4
    """
    ### BEGIN SOLUTION
    return np.argmax(model.predict(images, verbose=0), axis=1)
    ### END SOLUTION

# %% predict_labels_check
check("predict_labels")

# %% predict_labels_demo
test_predictions = predict_labels(model, test_scaled)
print("predicted:", test_predictions[:20])
print("true:     ", test_labels[:20])
print("wrong:    ", np.count_nonzero(test_predictions != test_labels), "of", len(test_labels))

# %% [markdown]
# ## 12. See what it sees
#
# A score tells you how many answers are wrong. A figure shows *which* ones, and often why. So draw the test
# images once more, now with two numbers under each: the digit that the network answers, and the true digit.
#
# The function is given the ten probabilities of each image, not the finished answers. So you need the step of
# exercise 11 here as well.

# %% plot_predictions
def plot_predictions(images, labels, predictions):
    """Draw the first 25 images in a grid, with the predicted and the true label under each.

    We check: one figure with a 5×5 grid, filled row by row, with image number 0 at the top left. The images
    are upright. Each image has a visible text under it: first the predicted label, then the true label, such as
    "7 / 7" or "3 / 5". There are no ticks. You may add colours, or a percentage.

    Args:
        images: array of numbers, shape (images, rows, columns), at least 25 images.
        labels: array of whole numbers from 0 to 9, shape (images,): the true labels.
        predictions: float array, shape (images, 10): the probability of each digit for each image.

    Returns:
        The Matplotlib Figure. Return it without showing it.

    Example:
        >>> figure = plot_predictions(np.zeros((25, 28, 28)), np.zeros(25, int), np.eye(10)[[3] * 25])
        >>> type(figure).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    figure, axes = plt.subplots(5, 5, figsize=(6.5, 7.5), layout="constrained")
    for place, ax in enumerate(axes.flat):
        predicted, true = np.argmax(predictions[place]), labels[place]
        ax.imshow(images[place], cmap="gray")
        ax.set_xlabel(f"{predicted} / {true}", fontsize=13, color="black" if predicted == true else "red")
        ax.set(xticks=[], yticks=[])
    figure.suptitle("predicted / true (red where they differ)")
    return figure
    ### END SOLUTION

# %% plot_predictions_check
check("plot_predictions")

# %% plot_predictions_demo
test_probabilities = model.predict(test_scaled, verbose=0)
plot_predictions(test_images, test_labels, test_probabilities)
plt.show()

# %% [markdown]
# Perhaps all 25 are right: with 97.5 % right answers, this happens about every second time. You learn more
# from mistakes. Here are the 25 test images whose true digit got the smallest probability:

# %% hardest_images_demo
truth_probabilities = test_probabilities[np.arange(len(test_labels)), test_labels]
hardest = np.argsort(truth_probabilities)[:25]
plot_predictions(test_images[hardest], test_labels[hardest], test_probabilities[hardest])
plt.show()

# %% [markdown]
# Some of them are hard to read for you, too. Others are easy for you but not for the network: it has
# flattened the image, so it does not know which pixels are neighbours.

# %% [markdown]
# ## What to try next
#
# You have a network that has learned to read digits, and you know how to test whether it has. Change **one**
# thing at a time, write down the loss and the accuracy on the test set, and change it back:
#
# - **Size.** Use 10, 32 or 512 units instead of 128. How small can it be before it gets clearly worse?
# - **Dropout.** `keras.layers.Dropout(0.2)` after the hidden layer switches off a fifth of its units at
#   random, only during training. Does the gap between training and test become smaller?
# - **Learning rate.** Try `keras.optimizers.Adam(learning_rate=…)` with 0.01, 0.1 and 0.00001. Draw the three
#   loss curves.
# - **Stop in time.** `fit` takes `validation_split=0.1`, which keeps a tenth of the training images for
#   measuring. Plot both losses: after which epoch does the second one rise?
# - **Break it.** Leave out the scaling, or relu, or the hidden layer, and look at the curves. You will
#   recognize them when it happens by accident.
# - **A confusion matrix.** For each true digit, count how often the network answers each digit. Which two
#   does it confuse most often?
# - **Clothes instead of digits.** `datasets.load("fashion_mnist")` has the same shapes. Expect about 87 %
#   from this network.
# - **Neighbours.** Read about convolutions (`keras.layers.Conv2D`): such a network uses which pixels are next
#   to each other. A small one gets more than 98.5 % on MNIST.
# - **Your own handwriting.** Write a digit, photograph it, and make it 28×28, white on black and centred,
#   like the others. If the network misreads it, find out how your image differs from the training set.
