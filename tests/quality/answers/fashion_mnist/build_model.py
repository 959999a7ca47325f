# %% right: two convolutions with sixteen filters each
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: added in a loop over the numbers of filters
def build_model():
    model = keras.Sequential()
    model.add(keras.Input((28, 28)))
    model.add(keras.layers.Reshape((28, 28, 1)))
    for filters in (12, 24):
        model.add(keras.layers.Conv2D(filters, 3, activation="relu"))
        model.add(keras.layers.MaxPooling2D(2))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: three convolutions
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: no hidden dense layer
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: filters of five by five
def build_model():
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28, 1)),
            keras.layers.Conv2D(12, (5, 5), padding="same", activation="relu"),
            keras.layers.MaxPool2D((2, 2)),
            keras.layers.Conv2D(24, kernel_size=(5, 5), activation="relu"),
            keras.layers.MaxPool2D(pool_size=(2, 2)),
            keras.layers.Flatten(),
            keras.layers.Dense(80, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the mean in place of the largest number
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.AveragePooling2D(2), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.AveragePooling2D(2), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: steps of two in place of pooling
def build_model():
    step = dict(strides=2, padding="same", activation="relu")
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, **step), keras.layers.Conv2D(32, 3, **step), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: elu
def build_model():
    model = keras.Sequential(
        [keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="elu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="elu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="elu"), keras.layers.Dense(10, activation="softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: leaky relu as layers
def build_model():
    model = keras.Sequential(
        [keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3), keras.layers.LeakyReLU(), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3), keras.layers.LeakyReLU(0.1), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: swish
def build_model():
    conv = lambda filters: keras.layers.Conv2D(filters, 3, activation="swish")
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), conv(16), keras.layers.MaxPooling2D(), conv(32), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="swish"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: tanh in the convolutions
def build_model():
    model = keras.Sequential(
        [keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="tanh"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="tanh"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: weights by he_normal
def build_model():
    settings = {"activation": "relu", "kernel_initializer": "he_normal"}
    model = keras.Sequential(
        [keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, **settings), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, **settings), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, **settings), keras.layers.Dense(10, activation="softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a little dropout after each pooling
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Dropout(0.1), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Dropout(0.1), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: whole channels are switched off
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.SpatialDropout2D(0.05), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: batch normalization before relu
def block(filters):
    return [
        keras.layers.Conv2D(filters, 3, use_bias=False),
        keras.layers.BatchNormalization(momentum=0.9),
        keras.layers.Activation("relu"),
        keras.layers.MaxPooling2D(),
    ]


def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), *block(16), *block(32), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: layer normalization
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.LayerNormalization(), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.LayerNormalization(), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a depthwise convolution and one of one by one
def build_model():
    model = keras.Sequential(
        [keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.DepthwiseConv2D(3, activation="relu"), keras.layers.Conv2D(32, 1, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: two sizes of filters side by side
def build_model():
    inputs = keras.Input((28, 28))
    x = keras.layers.Reshape((28, 28, 1))(inputs)
    small = keras.layers.Conv2D(8, 3, padding="same", activation="relu")(x)
    large = keras.layers.Conv2D(8, 5, padding="same", activation="relu")(x)
    x = keras.layers.Concatenate()([small, large])
    x = keras.layers.MaxPooling2D()(x)
    x = keras.layers.Conv2D(24, 3, activation="relu")(x)
    x = keras.layers.MaxPooling2D()(x)
    x = keras.layers.Dense(64, activation="relu")(keras.layers.Flatten()(x))
    model = keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a shortcut around a convolution
def build_model():
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(inputs)
    y = keras.layers.Conv2D(16, 3, padding="same", activation="relu")(x)
    x = keras.layers.add([x, y])
    x = keras.layers.MaxPooling2D()(x)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dense(64, activation="relu")(x)
    model = keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: what a layer got is kept beside what it gives
def build_model():
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.Conv2D(12, 3, strides=2, padding="same", activation="relu")(inputs)
    for _ in range(2):
        x = keras.layers.Concatenate()([x, keras.layers.Conv2D(12, 3, padding="same", activation="relu")(x)])
    x = keras.layers.MaxPooling2D()(x)
    x = keras.layers.Dense(64, activation="relu")(keras.layers.Flatten()(x))
    model = keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a convolution with holes
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, dilation_rate=2, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: an input with a channel, all in one list
build_model = lambda: compiled(
    keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
)


def compiled(model):
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: no Input, the shape comes with the first images
def build_model():
    model = keras.Sequential([keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: pixels from minus one to one
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Rescaling(2.0, offset=-1.0), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a border of zeros by itself
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.ZeroPadding2D(1), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: raw scores with a fitting loss
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model


# %% right: a Softmax layer at the end
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10), keras.layers.Softmax()])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the learning rate 0.002
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: nadam
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="nadam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: adamax with larger steps
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adamax(0.005), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: Nesterov's momentum
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    sgd = keras.optimizers.SGD(learning_rate=0.05, momentum=0.9, nesterov=True)
    model.compile(optimizer=sgd, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a learning rate that falls along a cosine
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    rate = keras.optimizers.schedules.CosineDecay(0.002, decay_steps=2000, alpha=0.1)
    model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: gradients are cut off where they are large
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adam(clipnorm=1.0), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a small penalty for large weights
def build_model():
    dense = keras.layers.Dense(64, activation="relu", kernel_regularizer=keras.regularizers.L2(1e-4))
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), dense, keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: two metrics, one as an object
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    metrics = [keras.metrics.SparseCategoricalAccuracy(name="accuracy"), keras.metrics.SparseTopKCategoricalAccuracy(2, name="top_2")]
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=metrics)
    return model


# %% right: a little noise on the pixels
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.GaussianNoise(0.02), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the mean of two networks
def branch(x, filters):
    x = keras.layers.Conv2D(filters, 3, activation="relu")(x)
    x = keras.layers.MaxPooling2D()(x)
    x = keras.layers.Conv2D(filters, 3, activation="relu")(x)
    x = keras.layers.MaxPooling2D()(x)
    return keras.layers.Dense(10, activation="softmax")(keras.layers.Flatten()(x))


def build_model():
    inputs = keras.Input((28, 28))
    image = keras.layers.Reshape((28, 28, 1))(inputs)
    outputs = keras.layers.Average()([branch(image, 16), branch(image, 12)])
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the larger one of two convolutions
def build_model():
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.Maximum()([keras.layers.Conv2D(12, 3)(inputs), keras.layers.Conv2D(12, 3)(inputs)])
    x = keras.layers.MaxPooling2D()(x)
    x = keras.layers.Conv2D(24, 3, activation="relu")(x)
    x = keras.layers.MaxPooling2D()(x)
    x = keras.layers.Dense(64, activation="relu")(keras.layers.Flatten()(x))
    model = keras.Model(inputs=inputs, outputs=keras.layers.Dense(10, activation="softmax")(x))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the channel axis by expand_dims
def build_model():
    inputs = keras.Input((28, 28))
    x = keras.ops.expand_dims(inputs, -1)
    for layer in [keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")]:
        x = layer(x)
    model = keras.Model(inputs, x)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a class with its layers in a list
class Net(keras.Model):
    def __init__(self, filters=(16, 32)):
        super().__init__()
        self.shape = keras.layers.Reshape((28, 28, 1))
        self.convolutions = [keras.layers.Conv2D(n, 3, activation="relu") for n in filters]
        self.pool = keras.layers.MaxPooling2D()
        self.end = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])

    def call(self, images):
        x = self.shape(images)
        for convolution in self.convolutions:
            x = self.pool(convolution(x))
        return self.end(x)


def build_model():
    model = Net()
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a class derived from Sequential, which compiles itself
class Own(keras.Sequential):
    def __init__(self):
        super().__init__([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
        self.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])


def build_model():
    return Own()


# %% right: a body and a head
def build_model():
    body = keras.Sequential([keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D()], name="body")
    head = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")], name="head")
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), body, head], name="own")
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a clone of a pattern
def build_model():
    pattern = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model = keras.models.clone_model(pattern)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a layer of one's own
class ConvPool(keras.layers.Layer):
    def __init__(self, filters, **settings):
        super().__init__(**settings)
        self.conv = keras.layers.Conv2D(filters, 3, activation="relu")
        self.pool = keras.layers.MaxPooling2D()

    def call(self, x):
        return self.pool(self.conv(x))


def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), ConvPool(16), ConvPool(32), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a data class holds the plan
from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    filters: tuple[int, ...] = (16, 32)
    units: int = 64
    classes: int = 10


def build_model(plan: Plan = Plan()) -> keras.Model:
    layers = [keras.layers.Reshape((28, 28, 1))]
    for filters in plan.filters:
        layers += [keras.layers.Conv2D(filters, 3, activation="relu"), keras.layers.MaxPooling2D()]
    layers += [keras.layers.Flatten(), keras.layers.Dense(plan.units, "relu"), keras.layers.Dense(plan.classes, "softmax")]
    model = keras.Sequential([keras.Input((28, 28)), *layers])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: half of the filters look along rows, half along columns
def build_model():
    inputs = keras.Input((28, 28, 1))
    rows = keras.layers.Conv2D(8, (1, 7), padding="same", activation="relu")(inputs)
    columns = keras.layers.Conv2D(8, (7, 1), padding="same", activation="relu")(inputs)
    x = keras.layers.MaxPooling2D()(keras.layers.Concatenate()([rows, columns]))
    x = keras.layers.MaxPooling2D()(keras.layers.Conv2D(32, 3, activation="relu")(x))
    x = keras.layers.Dense(64, activation="relu")(keras.layers.Flatten()(x))
    model = keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: pieces of four by four pixels
def build_model():
    model = keras.Sequential(
        [keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(24, 4, strides=2, activation="relu"), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the largest number and the mean of each piece
def build_model():
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.Conv2D(12, 3, activation="relu")(inputs)
    x = keras.layers.Concatenate()([keras.layers.MaxPooling2D()(x), keras.layers.AveragePooling2D(2)(x)])
    x = keras.layers.Conv2D(24, 3, activation="relu")(x)
    x = keras.layers.MaxPooling2D()(x)
    x = keras.layers.Dense(64, activation="relu")(keras.layers.Flatten()(x))
    model = keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: channels are weighed by what is in them
def build_model():
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.MaxPooling2D()(keras.layers.Conv2D(16, 3, activation="relu")(inputs))
    x = keras.layers.Conv2D(32, 3, activation="relu")(x)
    weights = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    weights = keras.layers.Dense(32, activation="sigmoid")(keras.layers.Dense(8, activation="relu")(weights))
    x = keras.layers.MaxPooling2D()(keras.layers.Multiply()([x, weights]))
    x = keras.layers.Dense(64, activation="relu")(keras.layers.Flatten()(x))
    model = keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: a large but allowed dense layer
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(100, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as has_too_many_parameters: only a few parameters too many
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(111, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as has_too_many_parameters: two large dense layers behind one pooling
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as has_too_many_parameters: too many parameters, most of them frozen
def build_model():
    frozen = keras.layers.Dense(400, activation="relu", trainable=False)
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), frozen, keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: three dense layers
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(200, activation="relu"), keras.layers.Dense(100, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as gives_the_baseline_again: dense layers on a quarter of the pixels
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.AveragePooling2D(4), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: convolutions and means without any activation
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3), keras.layers.AveragePooling2D(2), keras.layers.Conv2D(16, 3), keras.layers.AveragePooling2D(2), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: almost all is dropped
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dropout(0.97), keras.layers.Dense(64, activation="relu"), keras.layers.Dropout(0.9), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: a penalty that leaves no weights
def build_model():
    dense = keras.layers.Dense(64, activation="relu", kernel_regularizer=keras.regularizers.L1(1.0))
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), dense, keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: scores with a loss for probabilities
def build_model():
    model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10)])
    model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    return model


# %% wrong: sigmoid at the output of a functional model
def build_model():
    x = inputs = keras.Input((28, 28, 1))
    for layer in [keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(10, activation="sigmoid")]:
        x = layer(x)
    model = keras.Model(inputs, x)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: hinge loss
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="hinge", metrics=["accuracy"])
    return model


# %% wrong: Kullback and Leibler's loss
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="kl_divergence", metrics=["accuracy"])
    return model


# %% wrong, known as asks_for_no_accuracy: compile without metrics, by place
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


# %% wrong: the metric mae
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["mae"])
    return model


# %% wrong: the accuracy among the best three
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=[keras.metrics.SparseTopKCategoricalAccuracy(3)])
    return model


# %% wrong, known as tiny_learning_rate: steps that are far too small
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.SGD(1e-4), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as huge_learning_rate: steps that are far too large
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as does_not_compile: a functional model without compile
def build_model():
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.MaxPooling2D()(keras.layers.Conv2D(16, 3, activation="relu")(inputs))
    x = keras.layers.Flatten()(x)
    return keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))


# %% wrong, known as returns_nothing: returns what summary gives
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.summary()


# %% wrong: returns the model with its number of parameters
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, model.count_params()


# %% wrong: returns a class
class Own(keras.Sequential):
    pass


def build_model():
    return Own


# %% wrong, known as shares_its_layers: convolutions that all models share
CONVOLUTIONS = [keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.Conv2D(32, 3, activation="relu")]


def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), CONVOLUTIONS[0], keras.layers.MaxPooling2D(), CONVOLUTIONS[1], keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as returns_the_same_model_each_time: made once, by a cache
from functools import lru_cache


@lru_cache
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: the channel comes first
def build_model():
    model = keras.Sequential([keras.Input((1, 28, 28)), keras.layers.Permute((2, 3, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% right: the size of a batch is written into the input, which Keras does not insist on
def build_model():
    model = keras.Sequential([keras.Input(batch_shape=(32, 28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong, known as forgets_flatten: no Flatten before the output
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: one pixel is left of each image
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.MaxPooling2D(28), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: nine classes
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(9, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: twenty classes
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(20, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: the image is turned into one row before the convolution
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: the pixels are divided by 255 by a Lambda layer
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Lambda(lambda x: x / 255.0), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.SGD(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% wrong: all weights are ones
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Reshape((28, 28, 1)), keras.layers.Conv2D(16, 3, activation="relu", kernel_initializer="ones"), keras.layers.MaxPooling2D(), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax", kernel_initializer="ones")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% equivalent: keras.layers.Conv2D(16, 3, activation='relu') → keras.layers.Conv2D(17, 3, activation='relu')
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: keras.layers.Conv2D(16, 3, activation='relu') → keras.layers.Conv2D(16, 4, activation='relu')
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: keras.layers.Conv2D(32, 3, activation='relu') → keras.layers.Conv2D(33, 3, activation='relu')
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: keras.layers.Conv2D(32, 3, activation='relu') → keras.layers.Conv2D(32, 4, activation='relu')
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: keras.layers.Dense(64, activation='relu') → keras.layers.Dense(65, activation='relu')
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: keras.layers.Conv2D(16, 3, activation='relu') → keras.layers.Conv2D(16, 3)
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: keras.layers.Conv2D(32, 3, activation='relu') → keras.layers.Conv2D(32, 3)
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: keras.layers.Dense(64, activation='relu') → keras.layers.Dense(64)
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: 16 → 15
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: 3 → 2
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: 32 → 31
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: 3 → 2 #2
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: 64 → 63
# The layers are the student's own choice, and this network is better than the baseline, too.


# %% equivalent: model.compile(optimizer='adam', loss='sparse_categorical_cr… → model.compile(loss='sparse_categorical_crossentropy', metri…
# The optimizer is free, and the one that Keras takes by default is good enough.
