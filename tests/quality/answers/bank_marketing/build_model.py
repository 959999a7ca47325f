# %% right: elu inside
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(20, activation="elu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: gelu inside
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="gelu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: swish inside and the metric in small letters
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(24, activation="swish"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["auc"])
    return model


# %% right: a layer of leaky relu
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16),
            keras.layers.LeakyReLU(negative_slope=0.1),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a layer of PReLU, whose slope is learned
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16),
            keras.layers.PReLU(),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: sigmoid inside as well
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(32, activation="sigmoid"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: softplus inside
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="softplus"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: softmax inside, sigmoid at the end
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(32, activation="softmax"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: 512 units
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(512, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a loop over a list of sizes
def build_model(columns):
    model = keras.models.Sequential()
    model.add(keras.layers.Input(shape=(columns,)))
    for units in [64, 32, 16, 8]:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile("adam", "binary_crossentropy", metrics=["AUC"])
    return model


# %% right: layer normalization first
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.LayerNormalization(),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: batch normalization of the inputs
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: noise on the inputs
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.GaussianNoise(0.1),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: strong dropout behind a wide layer
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: alpha dropout and lecun_normal with selu
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="selu", kernel_initializer="lecun_normal"),
            keras.layers.AlphaDropout(0.1),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a larger learning rate
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.005), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: Nadam by name
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="nadam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: Adamax
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adamax(learning_rate=0.01), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: Adagrad with large steps
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adagrad(learning_rate=0.1), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: Lion with small steps
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Lion(learning_rate=0.0005), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a learning rate that decays
def build_model(columns):
    steps = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=200, decay_rate=0.9)
    model = keras.Sequential([keras.Input((columns,)), keras.layers.Dense(16, "relu"), keras.layers.Dense(1, "sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(steps), loss="binary_crossentropy", metrics=[keras.metrics.AUC()])
    return model


# %% right: gradients are clipped
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(clipnorm=1.0), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: averaged weights
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(use_ema=True, ema_momentum=0.9), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: the loss as a function
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss=keras.losses.binary_crossentropy, metrics=["AUC"])
    return model


# %% right: the loss by its short name
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="bce", metrics=["precision", "recall"])
    return model


# %% right: binary cross-entropy written by hand
def cross_entropy(target, probability):
    target = keras.ops.cast(target, "float32")
    p = keras.ops.clip(probability, 1e-7, 1 - 1e-7)
    return -keras.ops.mean(target * keras.ops.log(p) + (1 - target) * keras.ops.log(1 - p))


def build_model(columns):
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss=cross_entropy, metrics=["AUC"])
    return model


# %% right: the loss in a list
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss=["binary_crossentropy"], metrics=["AUC"])
    return model


# %% right: only the recall is watched
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["Recall"])
    return model


# %% right: only the precision, at another threshold
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[keras.metrics.Precision(thresholds=0.2)])
    return model


# %% right: the recall at another threshold, and the accuracy
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy", keras.metrics.Recall(thresholds=0.12, name="found")])
    return model


# %% right: many thresholds for the AUC
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[keras.metrics.AUC(num_thresholds=2000)])
    return model


# %% right: the AUC among the weighted metrics
def build_model(columns):
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", weighted_metrics=["AUC"])
    return model


# %% right: the precision as a function of the student
def share_of_yes_among_called(target, probability):
    target = keras.ops.reshape(target, (-1, 1))
    called = keras.ops.cast(probability >= 0.5, "float32")
    right = keras.ops.sum(called * keras.ops.cast(target, "float32"))
    return right / keras.ops.maximum(keras.ops.sum(called), 1.0)


def build_model(columns):
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[share_of_yes_among_called])
    return model


# %% right: wide and deep: the inputs reach the last layer, too
def build_model(columns):
    inputs = keras.Input(shape=(columns,))
    deep = keras.layers.Dense(16, activation="relu")(inputs)
    both = keras.layers.Concatenate()([inputs, deep])
    outputs = keras.layers.Dense(1, activation="sigmoid")(both)
    model = keras.Model(inputs=inputs, outputs=outputs, name="bank")
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a residual block
def block(x, units):
    y = keras.layers.Dense(units, activation="relu")(x)
    y = keras.layers.Dense(units)(y)
    return keras.layers.Activation("relu")(keras.layers.Add()([x, y]))


def build_model(columns):
    inputs = keras.Input((columns,))
    x = keras.layers.Dense(16, activation="relu")(inputs)
    x = block(x, 16)
    model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: built afterwards, without an Input
def build_model(columns: int) -> keras.Model:
    model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.build((None, columns))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a class of its own
class Caller(keras.Model):
    def __init__(self, units=16):
        super().__init__()
        self.hidden = keras.layers.Dense(units, activation="relu")
        self.answer = keras.layers.Dense(1, activation="sigmoid")

    def call(self, inputs):
        return self.answer(self.hidden(inputs))


def build_model(columns):
    model = Caller()
    model.build((None, columns))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: input_shape in the first layer
def build_model(columns):
    model = keras.Sequential()
    model.add(keras.layers.Dense(16, activation="relu", input_shape=(columns,)))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["AUC"])
    return model


# %% right: activations as functions
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation=keras.activations.relu),
            keras.layers.Dense(1, activation=keras.activations.sigmoid),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: an activation as a lambda
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation=lambda x: keras.ops.maximum(x, 0)),
            keras.layers.Dense(1, activation=lambda x: 1 / (1 + keras.ops.exp(-x))),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: operations of Keras in place of layers
def build_model(columns):
    inputs = keras.Input((columns,))
    hidden = keras.ops.relu(keras.layers.Dense(16)(inputs))
    outputs = keras.ops.sigmoid(keras.layers.Dense(1)(hidden))
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: he_normal weights
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(32, activation="relu", kernel_initializer="he_normal"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a strong L2 penalty of 0.03
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu", kernel_regularizer=keras.regularizers.l2(0.03)),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: an L2 penalty of 0.03 on both layers
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu", kernel_regularizer=keras.regularizers.L2(0.03)),
            keras.layers.Dense(1, activation="sigmoid", kernel_regularizer=keras.regularizers.L2(0.03)),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: an L1 penalty of 0.001 on both layers
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu", kernel_regularizer=keras.regularizers.L1(0.001)),
            keras.layers.Dense(1, activation="sigmoid", kernel_regularizer=keras.regularizers.L1(0.001)),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a penalty on what the hidden layer gives
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu", activity_regularizer=keras.regularizers.L2(1e-3)),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: weights that are held small
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu", kernel_constraint=keras.constraints.MaxNorm(3)),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: no bias in the hidden layer
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu", use_bias=False),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: maxout of two layers
def build_model(columns):
    inputs = keras.Input((columns,))
    pieces = [keras.layers.Dense(12)(inputs) for _ in range(2)]
    outputs = keras.layers.Dense(1, activation="sigmoid")(keras.layers.maximum(pieces))
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a convolution over the columns
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Reshape((columns, 1)),
            keras.layers.Conv1D(4, 3, padding="same", activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: two softmax units, of which the second is given
def build_model(columns):
    inputs = keras.Input((columns,))
    hidden = keras.layers.Dense(16, activation="relu")(inputs)
    both = keras.layers.Dense(2, activation="softmax")(hidden)
    model = keras.Model(inputs, both[:, 1:])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: tanh that is moved into the range from 0 to 1
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="tanh"),
            keras.layers.Rescaling(0.5, offset=0.5),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a score, with a loss that is written by hand
def loss_of_scores(target, score):
    target = keras.ops.cast(target, score.dtype)
    return keras.ops.mean(keras.ops.softplus(score) - target * score)


def build_model(columns):
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss=loss_of_scores, metrics=[keras.metrics.AUC(from_logits=True)])
    return model


# %% right: a score, and the precision from the score 0 on
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=[keras.metrics.Precision(thresholds=0.0)])
    return model


# %% right: sets the seed before it builds
def build_model(columns):
    keras.utils.set_random_seed(7)
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: clears what Keras remembers before it builds
def build_model(columns):
    keras.utils.clear_session()
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: a model made from its settings
def build_model(columns):
    draft = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model = keras.Sequential.from_config(draft.get_config())
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: the metric by the name of the output
def build_model(columns):
    inputs = keras.Input((columns,))
    x = keras.layers.Dense(16, activation="relu")(inputs)
    yes = keras.layers.Dense(1, activation="sigmoid", name="yes")(x)
    model = keras.Model(inputs, {"yes": yes}["yes"])
    model.compile(optimizer="adam", loss={"yes": "binary_crossentropy"}, metrics={"yes": ["AUC", "Precision"]})
    return model


# %% right: a model inside a model
def build_model(columns):
    inside = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(16, activation="relu")])
    model = keras.Sequential([keras.Input((columns,)), inside, keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: optimizer, loss and metric as local names
def build_model(columns, units=16, rate=1e-3):
    from keras import layers, losses, metrics, optimizers

    stack = [layers.Input((columns,)), layers.Dense(units, activation="relu"), layers.Dense(1, activation="sigmoid")]
    model = keras.Sequential(stack)
    how = dict(optimizer=optimizers.Adam(rate), loss=losses.BinaryCrossentropy(), metrics=[metrics.AUC(name="auc")])
    model.compile(**how)
    return model


# %% right: an unadapted normalization layer first
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Normalization(),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% right: gates: a layer multiplied by a layer
def build_model(columns):
    inputs = keras.Input((columns,))
    values = keras.layers.Dense(16, activation="tanh")(inputs)
    gates = keras.layers.Dense(16, activation="sigmoid")(inputs)
    outputs = keras.layers.Dense(1, activation="sigmoid")(keras.layers.Multiply()([values, gates]))
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: two hidden layers without an activation
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(32),
            keras.layers.Dense(16),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: two hidden layers, and softmax on one unit
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong, known as forgets_the_last_activation: an object for the loss, and a bare score
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(), metrics=["AUC"])
    return model


# %% wrong: the mean absolute error
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="mae", metrics=["AUC"])
    return model


# %% wrong: the mean squared error as an object
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss=keras.losses.MeanSquaredError(), metrics=["AUC"])
    return model


# %% wrong: the hinge loss with tanh at the end
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="tanh"),
        ]
    )
    model.compile(optimizer="adam", loss="hinge", metrics=["AUC"])
    return model


# %% wrong: the Kullback-Leibler divergence
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="kl_divergence", metrics=["AUC"])
    return model


# %% wrong: the focal loss
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_focal_crossentropy", metrics=["AUC"])
    return model


# %% wrong: the binary accuracy as an object
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[keras.metrics.BinaryAccuracy()])
    return model


# %% wrong: the loss again as the metric
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_crossentropy"])
    return model


# %% wrong: the mean squared error as the metric
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["mse", "mae"])
    return model


# %% wrong: the metric as the third argument of compile
def build_model(columns):
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy", ["AUC"])
    return model


# %% wrong: two units with sigmoid
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(2, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: as many outputs as inputs
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(columns, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: the last layer is missing
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: one column less
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns - 1,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: the columns of the page's table
def build_model(columns):
    model = keras.Sequential([keras.layers.Input((train_inputs.shape[1],)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong, known as has_no_hidden_layer: dropout in place of a hidden layer
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong, known as has_no_hidden_layer: normalization in place of a hidden layer
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong, known as forgets_the_return: returns what compile gives
def build_model(columns):
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    return model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])


# %% wrong: returns the model and its settings
def build_model(columns):
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model, model.get_config()


# %% wrong, known as does_not_compile: compiles a copy
def build_model(columns):
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    keras.models.clone_model(model).compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: exponential at the end
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="exponential"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: softplus at the end
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="softplus"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: SGD with a learning rate of 100
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.SGD(100.0), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong, known as hardly_learns: SGD with a learning rate of 0.00001
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.SGD(1e-5), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: a learning rate of 0
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.0), loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: all weights begin at 0
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu", kernel_initializer="zeros"),
            keras.layers.Dense(1, activation="sigmoid", kernel_initializer="zeros"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: only the hidden layer is frozen
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu", trainable=False),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong, known as gives_the_same_model_again: one model for each number of columns, by lru_cache
import functools


@functools.lru_cache
def build_model(columns):
    model = keras.Sequential([keras.layers.Input((columns,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong, known as trains_already: trains one epoch on rows of zeros
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    model.fit(np.zeros((320, columns)), np.tile([0, 0, 0, 1], 80), epochs=1, verbose=0)
    return model


# %% wrong: a drop of nearly everything
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dropout(0.99),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="sgd", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% wrong: sigmoid in front of softmax with two units
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(2, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["AUC"])
    return model


# %% wrong: a class in place of a model
def build_model(columns):
    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.hidden = keras.layers.Dense(16, activation="relu")
            self.last = keras.layers.Dense(1, activation="sigmoid")

        def call(self, inputs):
            return self.last(self.hidden(inputs))

    return Network


# %% wrong, known as ends_in_sigmoid_twice: sigmoid twice, with two hidden layers
def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
            keras.layers.Activation("sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model


# %% equivalent: keras.layers.Dense(16, activation='relu') → keras.layers.Dense(17, activation='relu')
# 17 units are as right as 16


# %% equivalent: 16 → 15
# 15 units are as right as 16


# %% equivalent: model.compile(optimizer='adam', loss='binary_crossentropy',… → model.compile(loss='binary_crossentropy', metrics=['AUC'])
# the usual optimizer of Keras, rmsprop, learns as well
