"""The legend and the axes have Korean names, in a font that a page for Windows names."""

import matplotlib.pyplot as plt


def plot_history(history):
    plt.rcParams["font.family"] = "Malgun Gothic"
    plt.rcParams["axes.unicode_minus"] = False
    best = history["val_loss"].index(min(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    for ax, score, name in zip(axes, ["loss", "accuracy"], ["손실", "정확도"], strict=True):
        epochs = range(1, len(history[score]) + 1)
        ax.plot(epochs, history[score], label=f"훈련 {name}")
        ax.plot(epochs, history[f"val_{score}"], label=f"검증 {name}")
        ax.axvline(best, color="gray", linestyle="--", label="가장 좋은 에포크")
        ax.set(title=name, xlabel="에포크", ylabel=name)
        ax.legend()
    return figure
