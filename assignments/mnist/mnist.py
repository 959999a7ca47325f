# %% [markdown]
# # A first neural network: reading handwritten digits
#
# In the next two to three hours you build a program that looks at a picture of a handwritten digit and says
# which digit it is. Nobody writes rules such as "a 7 has a bar at the top". You show a small network many
# examples, and it finds out by itself what to look for.
#
# The way there has four stages: **look** at the data (1–5), **prepare** it (6–7), **build and train** a
# network (8–9), and **find out how good it is** (10–12). Each number is one function for you to write.
#
# How the page works:
#
# - A text tells the idea. Below it stands a function whose first line and description are written already.
#   Put your own code where it says `raise NotImplementedError`.
# - The line `check("…")` below the function tells you what is right and what is not yet. Run it as often as
#   you like. If you are stuck, `hint("…")` with the same name gives one more hint each time.
# - The cell after that uses your function, so that you see something. It can only run once your function
#   works.
# - A function may use only what it is **handed** in its parentheses. It will also be tried on other images
#   than these.
#
# You need to know Python: functions, loops, dictionaries. Nothing about networks is taken for granted.

# %% [markdown]
# ## Tools
#
# NumPy holds images as arrays of numbers, Matplotlib draws, and Keras trains networks. TensorFlow, which does
# the work underneath Keras, may print a few lines about your processor here. They are harmless.

# %% setup
from collections import Counter

import keras
import matplotlib.pyplot as plt
import numpy as np

from autograder import check, datasets, hint

# %% [markdown]
# ## The data
#
# MNIST is a collection of 70,000 digits, written by office clerks and pupils, scanned and labelled. Each
# example has two parts: an **image** and a **label**, the digit that the writer meant.
#
# The collection is cut in two. The **training set** is what the network learns from. The **test set** is kept
# away from it until the end, like the questions of an exam: only with images that it has never seen can you
# tell whether it understood something or just remembers.
#
# Without a network connection the kit draws digits of its own. They have the same form, but there are fewer
# of them, so your numbers will differ from the ones that this page gives for MNIST.

# %% data
dataset = datasets.load("mnist")
(train_images, train_labels), (test_images, test_labels) = dataset

# %% [markdown]
# ## 1. What is in the box?
#
# The first thing to know about any data is its **shape**: how many axes an array has, and how long each of
# them is. Most errors you will meet while building networks are two shapes that do not fit together, so
# looking at shapes first saves hours.
#
# A shape is a tuple. `(60000, 28, 28)` reads: 60,000 images of 28 rows and 28 columns. Images and labels come
# in pairs, so both must be equally many.
#
# Mind the order: the dataset is a pair of pairs, first the two training arrays, then the two test arrays.

# %% dataset_shapes
def dataset_shapes(dataset):
    """Tell the shape of each of the four arrays.

    Args:
        dataset: what keras.datasets.mnist.load_data() returns, a pair of pairs:
            (training images, training labels), (test images, test labels).
            Images are uint8 arrays, shape (images, rows, columns). Labels are uint8 arrays, shape (images,).

    Returns:
        Dict with the keys "train_images", "train_labels", "test_images" and "test_labels";
        each value is the shape of that array, a tuple.

    Example:
        >>> seven = np.zeros((7, 28, 28), np.uint8), np.zeros(7, np.uint8)
        >>> three = np.zeros((3, 28, 28), np.uint8), np.zeros(3, np.uint8)
        >>> dataset_shapes((seven, three))["test_images"]
        (3, 28, 28)
    """
    raise NotImplementedError

# %% dataset_shapes_check
check("dataset_shapes")

# %% dataset_shapes_demo
for part, shape_of_part in dataset_shapes(dataset).items():
    print(f"{part:13} {shape_of_part}")
print("stored as    ", train_images.dtype)

# %% [markdown]
# `uint8` is a whole number of eight bits: it runs from 0 to 255 and no further. Remember that for exercise 6.

# %% [markdown]
# ## 2. How often does each digit occur?
#
# Before you trust a score, ask what a program without any skill would get. If nine of ten labels were a 1, a
# program that always answers "1" would be right nine times out of ten, and still be useless. So count the
# labels.
#
# Python's `Counter`, imported above, is a dictionary made for counting. NumPy can count, too.

# %% count_labels
def count_labels(labels):
    """Count how often each label occurs.

    Args:
        labels: array of whole numbers (uint8, int64, …), shape (images,), in any order.
            Some digits may be missing, and it may be empty.

    Returns:
        Mapping from label to the number of times it occurs: a Counter or a dict, for example.
        It is asked by label, as in the example below.
        A label that does not occur is left out or has the count 0.

    Example:
        >>> count_labels(np.array([5, 0, 5, 1], np.uint8))[5]
        2
    """
    raise NotImplementedError

# %% count_labels_check
check("count_labels")

# %% count_labels_demo
print("training:", count_labels(train_labels))
print("test:    ", count_labels(test_labels))

# %% [markdown]
# On MNIST the digit 1 is the most frequent one in the test set: 1,135 of 10,000. Somebody who always answers
# "1" is right in 11.35 % of the cases. That is the score to beat.

# %% [markdown]
# ## 3. See the counts
#
# Twenty numbers are hard to compare, twenty bars are easy. What we want to know: are all digits about equally
# frequent, and is the test set mixed like the training set? If it were not, the exam would ask about other
# things than the lessons did.
#
# Each bar must stand above its digit. Ten equal bins between 0 and 9 do **not** do that: each of them would
# be 0.9 wide. Bars that you place yourself are the safer way.

# %% plot_label_counts
def plot_label_counts(train_labels, test_labels):
    """Draw how often each digit occurs, in the training set and in the test set.

    What is looked for: for either set, one bar (or point) for each digit that occurs. It stands above its
    digit on the axis, and its height is that digit's count. Training and test are both visible: two axes side
    by side, for example, or pairs of bars.

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
    raise NotImplementedError

# %% plot_label_counts_check
check("plot_label_counts")

# %% plot_label_counts_demo
plot_label_counts(train_labels, test_labels)
plt.show()

# %% [markdown]
# The digits are not equally frequent, but none is rare, and the two pictures look alike. So it is fair to
# judge by the share of right answers.

# %% [markdown]
# ## 4. Look at the images
#
# Never train on pictures that you have not looked at. You want to see what a person would find hard, and
# whether the label under each image is the right one: a shuffled label list does not raise an error anywhere.
#
# A picture is one slice of the array: `images[0]` has 28 rows and 28 columns. Matplotlib's `imshow` draws it,
# and `plt.subplots(5, 5)` gives a grid to draw into. The numbers along the edges only disturb here, so they
# go.

# %% plot_images
def plot_images(images, labels):
    """Draw the first 25 images in a grid, each with its label under it.

    What is looked for: a single figure with a 5×5 grid, filled row by row, with image number 0 at the top
    left; images upright; under each image its own label as a visible number, the x label for example; no ticks.

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
    raise NotImplementedError

# %% plot_images_check
check("plot_images")

# %% plot_images_demo
plot_images(train_images, train_labels)
plt.show()

# %% [markdown]
# Look at how differently one and the same digit is written: upright or slanted, thin or thick, with strokes
# that meet or do not. Try to write down rules for that, and you see why people let a network find them.

# %% [markdown]
# ## 5. What is a pixel?
#
# To the computer an image is a table of numbers. Here is the middle of one, number by number:

# %% numbers_of_an_image
for row_of_pixels in train_images[0][6:18, 6:22]:
    print(" ".join(f"{int(pixel):3}" for pixel in row_of_pixels))

# %% [markdown]
# 0 is black, 255 is white, and the steps between are greys. Which values occur, and how often? That tells you
# whether an image is mostly empty, and what the largest number is that the network would have to deal with.
#
# Beware: an image has two axes. Something that walks along the first axis meets whole rows, not pixels.
# Arrays know how to make one long row of themselves.

# %% count_pixel_values
def count_pixel_values(image):
    """Count how often each pixel value occurs in one image.

    Args:
        image: uint8 array, shape (rows, columns), values from 0 to 255.

    Returns:
        Mapping from pixel value to the number of pixels that have it: a Counter or a dict, for example.
        It is asked by value, as in the example below.
        Together the counts make rows × columns.

    Example:
        >>> count_pixel_values(np.array([[0, 255, 0], [7, 0, 255]], np.uint8))[0]
        3
    """
    raise NotImplementedError

# %% count_pixel_values_check
check("count_pixel_values")

# %% count_pixel_values_demo
print(count_pixel_values(train_images[0]))

# %% [markdown]
# Most pixels are 0: the picture is mainly background.

# %% [markdown]
# ## 6. Scale the pixels
#
# A network multiplies each pixel by a weight and adds everything up. It starts with small random weights,
# made for inputs of about the size of 1. Feed it numbers up to 255 and its first sums are some 200 times too
# large: it starts out very sure of wrong answers, spends its time on correcting that, and its steps are never
# quite right again. On MNIST ten rounds of training then end near 94 % instead of 97.5 %.
#
# So bring the pixels to the range from 0 to 1: black becomes 0.0, white becomes 1.0, and a grey stays as far
# between them as it was. Two things to watch:
#
# - **The same rule for every pixel of every image.** If each image were stretched by its own brightest pixel,
#   equal greys would turn into different numbers.
# - **A new array.** A `uint8` array can only hold whole numbers, and others may still need the original.
#
# Labels are not scaled: they are names of classes that happen to be numbers.

# %% normalize
def normalize(images):
    """Scale pixel values from 0..255 to 0.0..1.0.

    Args:
        images: array of any shape, mostly (images, rows, columns); uint8, or floats from 0.0 to 255.0.

    Returns:
        NumPy array of floats, of the same shape, 0 → 0.0 and 255 → 1.0 and evenly between. The argument is left alone.

    Example:
        >>> float(normalize(np.array([[[0, 255]]], np.uint8)).max())
        1.0
    """
    raise NotImplementedError

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
# The two pictures have the same form; only the numbers along the bottom have changed. That is the point:
# nothing was lost.

# %% [markdown]
# ## 7. One image, with its scale
#
# A picture can deceive: Matplotlib stretches the colours until the smallest number is black and the largest
# is white, so a scaled image and an unscaled one look the same. A **colour bar** shows which number stands
# behind which shade. It must belong to the image, so that it shows *its* numbers.

# %% plot_image
def plot_image(image):
    """Draw one image with its colour bar.

    What is looked for: the image, once and upright, its numbers drawn through a colour map (grey or another);
    beside it a colour bar that belongs to this image and shows its range of values.

    Args:
        image: array of numbers, shape (rows, columns), on any scale.

    Returns:
        The Matplotlib Figure. Return it without showing it.

    Example:
        >>> figure = plot_image(np.eye(28))
        >>> type(figure).__name__
        'Figure'
    """
    raise NotImplementedError

# %% plot_image_check
check("plot_image")

# %% plot_image_demo
plot_image(train_images[0])
plot_image(train_scaled[0])
plt.show()

# %% [markdown]
# Same picture, different bar: 0 to 255 on the first, 0 to 1 on the second.

# %% [markdown]
# ## 8. Build the network
#
# The network is a chain of **layers**. Each takes numbers and hands on other numbers:
#
# | layer | what comes out | weights to learn |
# |---|---|---|
# | input | 28×28 pixels | |
# | `Flatten` | 784 numbers in one row | |
# | `Dense(128)` with relu | 128 numbers | 784 · 128 + 128 = 100,480 |
# | `Dense(10)` with softmax | 10 probabilities | 128 · 10 + 10 = 1,290 |
#
# **Why Flatten?** A dense layer connects every input with every unit, and it expects one row of numbers per
# example. Handed 28 rows, it would answer 28 times, once for each row of pixels. Flatten puts the rows behind
# one another.
#
# **Why relu?** It replaces negative numbers by 0. Without such a bend, two dense layers in a row could be
# multiplied out into a single one, and the 128 units would bring nothing (on MNIST: 92 %).
#
# **Why ten units and softmax?** There are ten possible answers, so the network gives ten scores. Softmax
# turns them into **probabilities**: none is negative, and together they make 1. It keeps all ten. It does not
# make the largest one a 1 and the others 0; picking the largest is a separate step, which comes in exercise
# 11.

# %% softmax_by_hand
raw_scores = np.array([2.0, 1.0, -1.0])
print("scores:       ", raw_scores)
print("probabilities:", (np.exp(raw_scores) / np.exp(raw_scores).sum()).round(3))

# %% [markdown]
# Then the network must know what "better" means. That is told when it is **compiled**:
#
# - **The loss** is the number that training makes smaller. *Cross-entropy* looks at the probability that the
#   network gave to the true digit: sure and right costs almost nothing, unsure costs something, sure and
#   wrong costs a lot. Ten equal guesses cost 2.30.
# - **Why the *sparse* one?** It is the same loss for labels that are single numbers, such as `5`. The one
#   without "sparse" in its name expects ten numbers per label, nine zeros and a one. Ours are single numbers,
#   so `sparse_categorical_crossentropy` fits.
# - **The optimizer** says how weights are changed. `adam` looks at how each weight has moved lately and
#   chooses the size of its next step by that. It works well without any tuning.
# - **The metrics** are reported to us and change nothing. We ask for the `accuracy`, the share of right
#   answers.
#
# Why not train on accuracy itself? Move a weight a tiny bit and no answer flips: the accuracy stays the same
# and says nothing about the direction. The loss reacts to the smallest change.

# %% loss_by_hand
for probability_of_truth in [0.99, 0.5, 0.1, 0.001]:
    print(f"true digit got {probability_of_truth:5.1%}: loss {-np.log(probability_of_truth):.2f}")

# %% build_model
def build_model():
    """Build and compile the network; train nothing.

    The layers: 28×28 numbers in, flattened to 784; a dense layer of 128 units with relu; a dense layer of
    10 units with softmax. Compiled with the adam optimizer, sparse categorical cross-entropy as the loss, and
    the accuracy as a metric.

    Returns:
        A compiled keras Model, a new one at each call. Images of shape (images, 28, 28) in,
        probabilities of shape (images, 10) out.

    Example:
        >>> model = build_model()
        >>> model.predict(np.zeros((5, 28, 28)), verbose=0).shape
        (5, 10)
        >>> model.count_params()
        101770
    """
    raise NotImplementedError

# %% build_model_check
check("build_model")

# %% build_model_demo
untrained_model = build_model()
untrained_model.summary()
print("its answer for the first test image:")
print(untrained_model.predict(test_images[:1] / 255, verbose=0).round(2))

# %% [markdown]
# In the summary `None` stands for the number of images: the network takes as many as you like. The ten
# numbers of the untrained network are guesses.

# %% [markdown]
# ## 9. Train it
#
# Training is a loop that Keras's `fit` runs for you. Take a few images, look at the answers, work out for
# every weight in which direction the loss falls, move each a little, and go on with the next few.
#
# - Those few images are a **batch**, 32 of them unless you say otherwise. One image alone would be a poor
#   guide, and all at once would give a single step for a lot of work.
# - Once through all images is an **epoch**. With 60,000 images and batches of 32 that makes 1,875 steps.
#
# `fit` carries on from the weights that the model has. Call it twice and the second call continues where the
# first one stopped. What it returns, the **History**, keeps the loss and the accuracy of each epoch in its
# dictionary `.history`.

# %% train
def train(model, images, labels, epochs):
    """Train the model that is handed over, on all the images that are handed over.

    Args:
        model: a compiled keras Model, as build_model() returns it. It is changed: it learns.
        images: float array, shape (images, 28, 28), scaled to 0.0..1.0 already.
        labels: array of whole numbers from 0 to 9, shape (images,).
        epochs: how many times to go through all the images, a whole number.

    Returns:
        The History that fit returns. (images and labels are left alone.)

    Example:
        >>> images, labels = np.zeros((4, 28, 28), np.float32), np.array([3, 1, 4, 1])
        >>> history = train(build_model(), images, labels, epochs=2)  # doctest: +ELLIPSIS
        Epoch 1/2
        ...
        >>> len(history.history["loss"])
        2
    """
    raise NotImplementedError

# %% train_check
check("train")

# %% [markdown]
# Now train for ten epochs, which takes about a minute on MNIST. The first line fixes the dice, that is, the
# random start weights and the order of the images. So you get the same numbers when you run the cell again,
# and a change in the result comes from what *you* changed.

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
# Both curves move fast at first and flatten then: most of what can be learned is learned in the first few
# epochs. But this is how the network does on the images that it practises with. Whether it can read *new*
# ones, these curves cannot tell.

# %% [markdown]
# ## 10. How good is it really?
#
# Now the exam: the test images, which the network has never seen. `evaluate` in Keras answers with the loss
# **and** the accuracy, in this order. Swapping them is the most common slip here. A "loss" of 0.97 with an
# "accuracy" of 0.09 is its sign.

# %% evaluate
def evaluate(model, images, labels):
    """Measure the model on all the images that are handed over.

    Args:
        model: a compiled keras Model with the accuracy as metric. It is left as it is.
        images: float array, shape (images, 28, 28), scaled like the images that the model was trained on.
        labels: array of whole numbers from 0 to 9, shape (images,).

    Returns:
        (loss, accuracy), two floats: the mean loss over all images, and the share of right answers, 0 to 1.

    Example:
        A new model gives each digit the same probability for a black image: its loss is log(10).

        >>> black_images, labels = np.zeros((4, 28, 28), np.float32), np.array([3, 1, 4, 1])
        >>> loss, accuracy = evaluate(build_model(), black_images, labels)
        >>> round(float(loss), 3), float(accuracy)
        (2.303, 0.0)
    """
    raise NotImplementedError

# %% evaluate_check
check("evaluate")

# %% evaluate_demo
train_loss, train_accuracy = evaluate(model, train_scaled, train_labels)
test_loss, test_accuracy = evaluate(model, test_scaled, test_labels)
print(f"training set: loss {train_loss:.4f}, accuracy {train_accuracy:.4f}")
print(f"test set:     loss {test_loss:.4f}, accuracy {test_accuracy:.4f}")

# %% [markdown]
# **The gap.** On MNIST you get more than 99 % on the training set and about 97.5 % on the test set. The
# difference is what the network learned by heart: oddities of just these training images, which do not help
# with others. It is called **overfitting**. Only the second number tells what to expect from new handwriting,
# and it must never be used for choosing what to train, or it stops being an exam.
#
# **The loss says more.** On MNIST it is several times as large on the test set as on the training set: among
# the few wrong answers are some of which the network is very sure. The test loss is lowest after five or six
# epochs and then rises, while the accuracy looks as good as ever.
#
# Here is something that the accuracy does not see at all. Suppose you forgot to scale the test images:

# %% unscaled_demo
unscaled_loss, unscaled_accuracy = evaluate(model, test_images, test_labels)
print(f"test set, not scaled: loss {unscaled_loss:.1f}, accuracy {unscaled_accuracy:.4f}")

# %% [markdown]
# Nearly the same accuracy, and a much larger loss: on MNIST more than a hundred times as large. Pixels 255
# times as bright make all ten scores about 255 times as large. Their order stays the same, and so do the
# answers, but every wrong one is now given with full conviction. So look at both numbers.

# %% [markdown]
# ## 11. From probabilities to digits
#
# `predict` gives a table: one row for each image, ten probabilities in each row. The answer is the **place**
# of the largest number in a row, not the number itself: the place says which digit, the number says how sure.

# %% predict_labels
def predict_labels(model, images):
    """Tell the most probable digit for each image.

    Args:
        model: a keras Model that gives ten probabilities (or scores) for each image. It is left as it is.
        images: float array, shape (images, 28, 28), scaled to 0.0..1.0; there may be only one.

    Returns:
        Array of whole numbers from 0 to 9, shape (images,).

    Example:
        >>> len(predict_labels(build_model(), np.zeros((4, 28, 28), np.float32)))
        4
    """
    raise NotImplementedError

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
# A score tells how many answers are wrong, a picture shows *which*, and often why. So draw the test images
# once more, this time with two numbers under each: what the network said, and what is true.
#
# You are handed the ten probabilities of each image, not the finished answers, so the step of exercise 11
# belongs in here as well.

# %% plot_predictions
def plot_predictions(images, labels, predictions):
    """Draw the first 25 images in a grid, with the predicted and the true label under each.

    What is looked for: a single figure with a 5×5 grid, filled row by row, with image number 0 at the top
    left; images upright; under each image a visible text: first the predicted, then the true label, such as
    "7 / 7" or "3 / 5"; no ticks. You may add colours, or a percentage.

    Args:
        images: array of numbers, shape (images, rows, columns), at least 25 images.
        labels: array of whole numbers from 0 to 9, shape (images,): the true ones.
        predictions: float array, shape (images, 10): the probability of each digit for each image.

    Returns:
        The Matplotlib Figure. Return it without showing it.

    Example:
        >>> figure = plot_predictions(np.zeros((25, 28, 28)), np.zeros(25, int), np.eye(10)[[3] * 25])
        >>> type(figure).__name__
        'Figure'
    """
    raise NotImplementedError

# %% plot_predictions_check
check("plot_predictions")

# %% plot_predictions_demo
test_probabilities = model.predict(test_scaled, verbose=0)
plot_predictions(test_images, test_labels, test_probabilities)
plt.show()

# %% [markdown]
# Perhaps all 25 are right: with 97.5 % right answers that happens every second time. Failures teach more.
# Here are the 25 test images whose true digit got the smallest probability:

# %% hardest_images_demo
truth_probabilities = test_probabilities[np.arange(len(test_labels)), test_labels]
hardest = np.argsort(truth_probabilities)[:25]
plot_predictions(test_images[hardest], test_labels[hardest], test_probabilities[hardest])
plt.show()

# %% [markdown]
# Some you would have misread yourself. Others are plain to you and not to the network: having flattened the
# image, it does not know which pixels are neighbours.

# %% [markdown]
# ## What to try next
#
# You have a network that learned to read digits, and you know how to tell whether it did. Change **one**
# thing at a time, note the loss and the accuracy on the test set, and change it back:
#
# - **Size.** 10, 32 or 512 units instead of 128. How small can it be before it gets clearly worse?
# - **Dropout.** `keras.layers.Dropout(0.2)` after the hidden layer switches off a fifth of its units at
#   random, only while training. Does the gap between training and test become smaller?
# - **Learning rate.** `keras.optimizers.Adam(learning_rate=…)` with 0.01, 0.1 and 0.00001. Draw the three
#   loss curves.
# - **Stop in time.** `fit` takes `validation_split=0.1`, which keeps a tenth of the training images aside.
#   Plot both losses: after which epoch does the second one rise?
# - **Break it.** Leave out the scaling, or relu, or the hidden layer, and look at the curves. You will know
#   them again when it happens by accident.
# - **A confusion matrix.** Count, for each true digit, how often each digit was answered. Which two are mixed
#   up most?
# - **Clothes instead of digits.** `datasets.load("fashion_mnist")` has the same shapes. Expect about 87 %
#   from this network.
# - **Neighbours.** Read about convolutions (`keras.layers.Conv2D`): such a network uses which pixels lie side
#   by side. A small one gets beyond 98.5 % on MNIST.
# - **Your own handwriting.** Write a digit, photograph it, and make it 28×28, white on black and centred,
#   like the others. If it is misread, find out in which way your image differs from the training set.
