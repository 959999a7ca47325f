# %% right: keyword arguments everywhere
def build_baseline():
    layers = [
        keras.layers.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(units=128, activation="relu"),
        keras.layers.Dense(units=10, activation="softmax"),
    ]
    model = keras.Sequential(layers=layers)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: add in a loop
def build_baseline():
    model = keras.models.Sequential()
    for layer in (keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, "relu"), keras.layers.Dense(10, "softmax")):
        model.add(layer)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: functional, with other names
from keras import Input, Model
from keras.layers import Dense, Flatten


def build_baseline():
    inputs = Input(shape=(28, 28), name="image")
    x = Flatten()(inputs)
    x = Dense(128, activation="relu")(x)
    outputs = Dense(10, activation="softmax")(x)
    net = Model(inputs, outputs)
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


# %% right: a channel axis in a functional model
def build_baseline():
    image = keras.Input((28, 28, 1))
    hidden = keras.layers.Dense(128, activation="relu")(keras.layers.Flatten()(image))
    model = keras.Model(inputs=[image], outputs=[keras.layers.Dense(10, activation="softmax")(hidden)])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: InputLayer
def build_baseline():
    model = keras.Sequential()
    model.add(keras.layers.InputLayer(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(128, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: logits in a functional model
def build_baseline():
    x = inputs = keras.Input((28, 28))
    for layer in [keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10)]:
        x = layer(x)
    model = keras.Model(inputs, x)
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model


# %% right: logits named as a linear activation
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="linear")])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(loss=loss, optimizer=keras.optimizers.Adam(), metrics=["accuracy"])
    return model


# %% right: activations as functions of Keras
def build_baseline():
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation=keras.ops.relu),
            keras.layers.Dense(10, activation=keras.ops.softmax),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: relu as a lambda
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation=lambda x: keras.ops.maximum(x, 0)), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a ReLU layer and a Softmax layer
def build_baseline():
    model = keras.Sequential(
        [keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128), keras.layers.ReLU(), keras.layers.Dense(10), keras.layers.Softmax()]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: Reshape with minus one
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((-1,)), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: no Input, built by build
def build_baseline():
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.build((None, 28, 28))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: built by one black image
def build_baseline():
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model(np.zeros((1, 28, 28), "float32"))
    return model


# %% right: a class with build and call
class Baseline(keras.Model):
    def __init__(self, units=128, classes=10):
        super().__init__(name="baseline")
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(units, activation="relu")
        self.out = keras.layers.Dense(classes, activation="softmax")

    def call(self, x):
        return self.out(self.hidden(self.flatten(x)))


def build_baseline():
    model = Baseline()
    model.build((None, 28, 28))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a class derived from Sequential
class Network(keras.Sequential):
    def __init__(self):
        super().__init__([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])


def build_baseline():
    model = Network()
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a class with logits, relu by hand
class TwoLayers(keras.Model):
    def __init__(self):
        super().__init__()
        self.one = keras.layers.Dense(128)
        self.two = keras.layers.Dense(10)

    def call(self, images):
        rows = keras.ops.reshape(images, (-1, 784))
        return self.two(keras.ops.relu(self.one(rows)))


def build_baseline():
    model = TwoLayers()
    model.compile("adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model


# %% right: two Sequential models in one
def build_baseline():
    body = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(128, activation="relu")], name="body")
    head = keras.Sequential([keras.layers.Dense(10, activation="softmax")], name="head")
    model = keras.Sequential([keras.layers.Input((28, 28)), body, head])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: from a config
def build_baseline():
    plan = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model = keras.Sequential.from_config(plan.get_config())
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a cloned model
def build_baseline():
    pattern = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model = keras.models.clone_model(pattern)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: from JSON
def build_baseline():
    text = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")]).to_json()
    model = keras.models.model_from_json(text)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the optimizer by get
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.get("adam"), loss=keras.losses.get("sparse_categorical_crossentropy"), metrics=["accuracy"])
    return model


# %% right: a learning rate of 0.002
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(keras.optimizers.Adam(0.002), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a learning rate of 0.0007
def build_baseline():
    adam = keras.optimizers.Adam(learning_rate=7e-4)
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=adam, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a learning rate that falls slowly
def build_baseline():
    rate = keras.optimizers.schedules.ExponentialDecay(0.001, decay_steps=1000, decay_rate=0.9)
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: adam with all its defaults written out
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    adam = keras.optimizers.Adam(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, amsgrad=False)
    model.compile(optimizer=adam, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the optimizer's name with a capital letter
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="Adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the metric as an object
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    accuracy = keras.metrics.SparseCategoricalAccuracy(name="accuracy")
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=[accuracy])
    return model


# %% right: the loss as a function
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss=keras.losses.sparse_categorical_crossentropy, metrics=["accuracy"])
    return model


# %% right: a loss function of one's own
def cross_entropy(labels, probabilities):
    return keras.losses.sparse_categorical_crossentropy(labels, probabilities)


def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss=cross_entropy, metrics=["accuracy"])
    return model


# %% right: the logarithm of the right probability
def surprise(labels, probabilities):
    chosen = keras.ops.one_hot(keras.ops.cast(keras.ops.reshape(labels, (-1,)), "int32"), 10)
    p = keras.ops.sum(chosen * probabilities, axis=-1)
    return -keras.ops.log(keras.ops.maximum(p, 1e-7))


def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss=surprise, metrics=["sparse_categorical_accuracy"])
    return model


# %% right: he_uniform weights
def build_baseline():
    hidden = keras.layers.Dense(128, activation="relu", kernel_initializer="he_uniform")
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), hidden, keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: small random weights
def build_baseline():
    small = keras.initializers.RandomNormal(stddev=0.05)
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu", kernel_initializer=small),
            keras.layers.Dense(10, activation="softmax", kernel_initializer=small),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a seed before the layers
def build_baseline():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: names for the model and its layers
def build_baseline():
    model = keras.Sequential(name="baseline")
    model.add(keras.Input((28, 28), name="pixels"))
    model.add(keras.layers.Flatten(name="row"))
    model.add(keras.layers.Dense(128, activation="relu", name="hidden"))
    model.add(keras.layers.Dense(10, activation="softmax", name="kinds"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a helper for dense layers
def dense(units, activation):
    return keras.layers.Dense(units, activation=activation, use_bias=True)


def build_baseline(hidden=128, classes=10):
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), dense(hidden, "relu"), dense(classes, "softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: reduce over the layers
from functools import reduce


def build_baseline():
    inputs = keras.Input((28, 28))
    outputs = reduce(lambda x, layer: layer(x), [keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")], inputs)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the layers come from a dict
def build_baseline():
    sizes = {"relu": 128, "softmax": 10}
    dense = [keras.layers.Dense(units, activation=name) for name, units in sizes.items()]
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten()] + dense)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: type hints and a check of the size
def build_baseline() -> keras.Model:
    """The network to compare with."""
    model: keras.Sequential = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    assert model.count_params() == 101_770
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: without the compiler for fast calculation
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"], jit_compile=False)
    return model


# %% right: the number of steps at once is written out
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"], steps_per_execution=1)
    return model


# %% right: prints its summary
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.summary()
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a lambda
build_baseline = lambda: compiled(keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")]))


def compiled(model):
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a decorator compiles
def compiled(function):
    def inner():
        model = function()
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        return model

    return inner


@compiled
def build_baseline():
    return keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])


# %% right: flattens row by row
def build_baseline():
    inputs = keras.Input((28, 28))
    rows = [inputs[:, i, :] for i in range(28)]
    x = keras.layers.Concatenate()(rows)
    model = keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(keras.layers.Dense(128, activation="relu")(x)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a Dense class of one's own
class Hidden(keras.layers.Dense):
    def __init__(self):
        super().__init__(128, activation="relu")


def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), Hidden(), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: metrics as a dict
def build_baseline():
    inputs = keras.Input((28, 28))
    outputs = keras.layers.Dense(10, activation="softmax", name="out")(keras.layers.Dense(128, activation="relu")(keras.layers.Flatten()(inputs)))
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss={"out": "sparse_categorical_crossentropy"}, metrics={"out": ["accuracy"]})
    return model


# %% right: popped and added again
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(1)])
    model.pop()
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the short name of the accuracy
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["acc"])
    return model


# %% right: Permute that changes nothing
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Permute((1, 2)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: compiled twice, the second time rightly
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="sgd", loss="mse")
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: 100 hidden units
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(100, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: 127 hidden units
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(127, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as adds_a_second_hidden_layer: 128 and 64
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: no bias in the hidden layer
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu", use_bias=False), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: leaky relu
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="leaky_relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: relu6
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu6"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: gelu
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="gelu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: another loss, which compares whole distributions
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10), keras.layers.Softmax()])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.compile(optimizer="adam", loss=keras.losses.KLDivergence(), metrics=["accuracy"])
    return model


# %% wrong: a loss that expects probabilities gets logits
def build_baseline():
    inputs = keras.Input((28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(128, activation="relu")(x)
    model = keras.Model(inputs, keras.layers.Dense(10)(x))
    model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    return model


# %% wrong: adamax
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adamax", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: nadam
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Nadam(), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: adamw with a large decay
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.AdamW(weight_decay=0.1), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as uses_plain_sgd: sgd with momentum
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.SGD(0.01, momentum=0.9), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: learning rate 0
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adam(0.0), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as huge_learning_rate: learning rate 1
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adam(1.0), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: mean absolute error
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="mean_absolute_error", metrics=["accuracy"])
    return model


# %% wrong: the metric mse
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["mse"])
    return model


# %% wrong: top five in place of the accuracy
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=[keras.metrics.SparseTopKCategoricalAccuracy(5, name="accuracy")])
    return model


# %% wrong: three colour channels
def build_baseline():
    model = keras.Sequential([keras.Input((28, 28, 3)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: no Flatten, and an input of 784
def build_baseline():
    inputs = keras.Input((784,))
    model = keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(keras.layers.Dense(128, activation="relu")(inputs)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: the mean of each row in place of Flatten
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.GlobalAveragePooling1D(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: pooling before Flatten
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.MaxPooling1D(2), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: noise on the pixels
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.GaussianNoise(0.3), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as swaps_the_layer_sizes: the sizes of the layers exchanged in a loop
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten()])
    for units, activation in [(10, "relu"), (128, "softmax")]:
        model.add(keras.layers.Dense(units, activation=activation))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as returns_the_same_model_each_time: one model for all calls, kept in a global
SHARED = []


def build_baseline():
    if not SHARED:
        model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        SHARED.append(model)
    return SHARED[0]


# %% wrong, known as shares_its_layers: layers that all models share
HIDDEN = keras.layers.Dense(128, activation="relu")
OUTPUT = keras.layers.Dense(10, activation="softmax")


def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), HIDDEN, OUTPUT])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as returns_nothing: the last line is the compiling
def build_baseline():
    model = keras.models.Sequential()
    model.add(keras.layers.Input((28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(128, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])


# %% wrong, known as returns_nothing: returns what compile gives
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    return model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])


# %% wrong: returns the model in a tuple with its name
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, "baseline"


# %% wrong: the class, not an object
class Baseline(keras.Sequential):
    def __init__(self):
        super().__init__([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
        self.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])


def build_baseline():
    return Baseline


# %% wrong: sigmoid in a layer of its own
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10), keras.layers.Lambda(lambda x: keras.ops.sigmoid(x))])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: the output layer is frozen
def build_baseline():
    output = keras.layers.Dense(10, activation="softmax", trainable=False)
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), output])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: calls a layer with another layer
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu")(keras.layers.Flatten()), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: a loss without any weight
def build_baseline():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", loss_weights=[0.0], metrics=["accuracy"])
    return model
