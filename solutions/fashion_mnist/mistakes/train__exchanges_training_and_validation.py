"""Your model learns from the validation images and is judged on the training images. Which of the two pairs is for
learning?"""
# Also true: learns_the_validation_images_too

import keras


def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(*validation, epochs=epochs, validation_data=training, callbacks=[stop])
