# %% right: a level y name, figure of the usual size
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    fig, axes = plt.subplots(len(classes), 5, squeeze=False)
    for r, c in enumerate(classes):
        idx = np.where(labels == c)[0][:5]
        for k in range(5):
            axes[r, k].set_xticks([]); axes[r, k].set_yticks([])
            if k < len(idx):
                axes[r, k].imshow(images[idx[k]], cmap="gray")
            else:
                axes[r, k].axis("off")
        axes[r, 0].set_ylabel(class_names[c], rotation=0, labelpad=40)
    return fig


# %% right: a level y name without more room
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    fig, axes = plt.subplots(len(classes), 5, squeeze=False)
    for r, c in enumerate(classes):
        idx = np.where(labels == c)[0][:5]
        for k in range(5):
            axes[r, k].set_xticks([]); axes[r, k].set_yticks([])
            if k < len(idx):
                axes[r, k].imshow(images[idx[k]], cmap="gray")
            else:
                axes[r, k].axis("off")
        axes[r, 0].set_ylabel(class_names[c], rotation=0)
    return fig


# %% right: a title at each, figure of the usual size
def plot_examples(images, labels, class_names):
    classes = sorted(set(labels))
    fig, axes = plt.subplots(len(classes), 5, squeeze=False)
    for r, c in enumerate(classes):
        ims = images[labels == c][:5]
        for k in range(5):
            axes[r, k].axis("off")
            if k < len(ims):
                axes[r, k].imshow(ims[k])
                axes[r, k].set_title(class_names[c])
    return fig


# %% right: empty frames without ticks
def plot_examples(images, labels, class_names):
    classes = sorted(set(labels))
    fig, axes = plt.subplots(len(classes), 5, squeeze=False, figsize=(10, 10))
    for r, c in enumerate(classes):
        ims = images[labels == c][:5]
        for k in range(5):
            axes[r, k].set(xticks=[], yticks=[])
            if k < len(ims):
                axes[r, k].imshow(ims[k])
        axes[r, 2].set_title(class_names[c])
    return fig


# %% right: a title in the middle, axis off
def plot_examples(images, labels, class_names):
    classes = sorted(set(labels))
    fig, axes = plt.subplots(len(classes), 5, squeeze=False, figsize=(10, 10))
    for r, c in enumerate(classes):
        ims = images[labels == c][:5]
        for k in range(5):
            axes[r, k].axis("off")
            if k < len(ims):
                axes[r, k].imshow(ims[k])
        axes[r, 2].set_title(class_names[c])
    return fig


# %% right: six columns, the first for the name
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    fig, axes = plt.subplots(len(classes), 6, squeeze=False, figsize=(8, 1.3*len(classes)))
    for ax in axes.flat: ax.axis("off")
    for r, c in enumerate(classes):
        axes[r, 0].text(0.5, 0.5, class_names[c], ha="center", va="center", wrap=True)
        for ax, im in zip(axes[r, 1:], images[labels == c]):
            ax.imshow(im, cmap="gray_r")
    return fig


# %% right: name at right side
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    fig, axes = plt.subplots(len(classes), 5, squeeze=False, figsize=(8, 1.3*len(classes)))
    for ax in axes.flat: ax.axis("off")
    for r, c in enumerate(classes):
        for ax, im in zip(axes[r], images[labels == c]):
            ax.imshow(im, cmap="gray_r")
        axes[r, -1].text(1.1, 0.5, class_names[c], transform=axes[r, -1].transAxes)
    plt.subplots_adjust(right=0.8)
    return fig


# %% right: one large image, names as texts
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    h, w = images.shape[1:]
    canvas = np.full((len(classes)*h, 5*w), images.min(), float)
    for r, c in enumerate(classes):
        for k, im in enumerate(images[labels == c][:5]):
            canvas[r*h:(r+1)*h, k*w:(k+1)*w] = im
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(canvas, cmap="gray")
    for r, c in enumerate(classes):
        ax.text(-3, r*h + h/2, class_names[c], ha="right", va="center")
    ax.axis("off")
    fig.subplots_adjust(left=0.3)
    return fig


# %% right: one large image, names at ticks
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    h, w = images.shape[1:]
    canvas = np.full((len(classes)*h, 5*w), images.min(), float)
    for r, c in enumerate(classes):
        for k, im in enumerate(images[labels == c][:5]):
            canvas[r*h:(r+1)*h, k*w:(k+1)*w] = im
    fig, ax = plt.subplots(figsize=(8, 8))
    ax.imshow(canvas, cmap="gray")
    ax.set_xticks([])
    ax.set_yticks([r*h + h/2 for r in range(len(classes))], [class_names[c] for c in classes])
    ax.tick_params(length=0)
    return fig


# %% right: a row in one image, the name at its tick
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    fig, axes = plt.subplots(len(classes), 1, squeeze=False, layout="constrained")
    for ax, c in zip(axes[:, 0], classes):
        ax.imshow(np.concatenate(list(images[labels == c][:5]), axis=1), cmap="gray")
        ax.set_xticks([]); ax.set_yticks([images.shape[1] / 2], [class_names[c]]); ax.tick_params(axis="y", length=0)
    return fig


# %% right: subfigures side text
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    fig = plt.figure(figsize=(8, 2*len(classes)))
    subs = fig.subfigures(len(classes), 1, squeeze=False)[:, 0]
    for sub, c in zip(subs, classes):
        sub.supylabel(class_names[c])
        for k, im in enumerate(images[labels == c][:5]):
            ax = sub.add_subplot(1, 5, k+1); ax.imshow(im); ax.axis("off")
    return fig


# %% right: a row in one image, with gaps behind each
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    fig, axes = plt.subplots(len(classes), 1, squeeze=False, figsize=(8, 2*len(classes)))
    for ax, c in zip(axes[:, 0], classes):
        ims = images[labels == c][:5]
        gap = np.full((ims.shape[1], 2), ims.max())
        parts = []
        for im in ims: parts += [im, gap]
        ax.imshow(np.hstack(parts[:-1]), cmap="gray"); ax.axis("off"); ax.set_title(class_names[c])
    return fig


# %% right: images with a border
def plot_examples(images, labels, class_names):
    classes = np.unique(labels)
    fig, axes = plt.subplots(len(classes), 1, squeeze=False, figsize=(8, 2*len(classes)))
    for ax, c in zip(axes[:, 0], classes):
        ims = np.pad(images[labels == c][:5], ((0,0),(1,1),(1,1)))
        ax.imshow(np.hstack(ims), cmap="gray"); ax.axis("off"); ax.set_title(class_names[c])
    return fig


# %% right: tight small figure with fontsize 6
def plot_examples(images, labels, class_names):
    present = [c for c in range(len(class_names)) if c in labels]
    fig, axes = plt.subplots(nrows=len(present), ncols=5, figsize=(5, len(present)), squeeze=False)
    for i, c in enumerate(present):
        for j in range(5):
            ax = axes[i][j]
            ax.axis("off")
        for j, image in enumerate(images[labels == c][:5]):
            axes[i][j].imshow(image, cmap="gray")
            axes[i][j].set_title(class_names[c], fontsize=6)
    return fig


# %% right: a figure of 10 by 20
def plot_examples(images, labels, class_names):
    present = [c for c in range(len(class_names)) if c in labels]
    fig, axes = plt.subplots(nrows=len(present), ncols=5, figsize=(10, 20), squeeze=False)
    for i, c in enumerate(present):
        for j in range(5):
            ax = axes[i][j]
            ax.axis("off")
        for j, image in enumerate(images[labels == c][:5]):
            axes[i][j].imshow(image, cmap="gray")
        axes[i][0].set_title(class_names[c])
    return fig


# %% right: axes and texts placed by fractions
def plot_examples(images, labels, class_names):
    present = [c for c in range(len(class_names)) if c in labels]
    n = len(present)
    fig = plt.figure(figsize=(8, 1.5*n))
    for i, c in enumerate(present):
        fig.text(0.01, 1 - (i + 0.5)/n, class_names[c])
        for j, image in enumerate(images[labels == c][:5]):
            ax = fig.add_axes([0.2 + 0.16*j, 1 - (i+1)/n + 0.01, 0.15, 1/n - 0.02])
            ax.imshow(image, cmap="gray"); ax.axis("off")
    return fig


# %% right: pcolormesh
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, layout="constrained")
    for i, c in enumerate(present):
        for j in range(5): axes[i, j].axis("off")
        for j, image in enumerate(images[labels == c][:5]):
            axes[i, j].pcolormesh(image[::-1], cmap="gray")
            axes[i, j].set_aspect("equal")
        axes[i, 0].set_title(class_names[c], fontsize=8)
    return fig


# %% right: image grid toolkit
def plot_examples(images, labels, class_names):
    from mpl_toolkits.axes_grid1 import ImageGrid
    present = np.unique(labels)
    fig = plt.figure(figsize=(7, 1.5*len(present)))
    grid = ImageGrid(fig, 111, nrows_ncols=(len(present), 5), axes_pad=0.1)
    for i, c in enumerate(present):
        for j in range(5):
            ax = grid[i*5+j]; ax.set_xticks([]); ax.set_yticks([])
            ims = images[labels == c][:5]
            if j < len(ims): ax.imshow(ims[j], cmap="gray")
            else: ax.axis("off")
        grid[i*5].set_ylabel(class_names[c], rotation=0, ha="right")
    return fig


# %% right: drawn by pyplot and closed
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    plt.figure(figsize=(7, 1.5*len(present)))
    for i, c in enumerate(present):
        for j, im in enumerate(images[labels == c][:5]):
            plt.subplot(len(present), 5, i*5+j+1)
            plt.imshow(im, cmap="Greys"); plt.axis("off")
            if j == 0: plt.title(class_names[c])
    f = plt.gcf(); plt.close(); return f


# %% right: images of three channels, the name under each
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(7, 7))
    m = images.max()
    for i, c in enumerate(present):
        for ax in axes[i]: ax.axis("off")
        for ax, im in zip(axes[i], images[labels == c]):
            ax.imshow(np.repeat(im[..., None] / m, 3, axis=-1))
            ax.text(0.5, -0.1, class_names[c], transform=ax.transAxes, ha="center", va="top", fontsize=7)
    return fig


# %% right: a title of the figure as well
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(7, 7))
    fig.suptitle("Examples of " + ", ".join(class_names[c] for c in present))
    for i, c in enumerate(present):
        for ax in axes[i]: ax.set(xticks=[], yticks=[])
        for ax in axes[i][len(images[labels == c]):]: ax.axis("off")
        for ax, im in zip(axes[i], images[labels == c]): ax.imshow(im)
        axes[i, 0].set_ylabel(class_names[c])
    return fig


# %% right: name written in the image
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(7, 7))
    for i, c in enumerate(present):
        for ax in axes[i]: ax.axis("off")
        for ax, im in zip(axes[i], images[labels == c]): ax.imshow(im, cmap="gray")
        axes[i, 0].text(1, 3, class_names[c], color="white", backgroundcolor="black", fontsize=7)
    return fig


# %% right: subplot2grid
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig = plt.figure(figsize=(7, 1.4 * len(present)))
    for r, c in enumerate(present):
        for k, image in enumerate(images[labels == c][:5]):
            ax = plt.subplot2grid((len(present), 5), (r, k), fig=fig)
            ax.imshow(image, cmap="gray")
            ax.set_xticks([])
            ax.set_yticks([])
            if k == 0:
                ax.set_ylabel(class_names[c], rotation=0, ha="right")
    return fig


# %% right: add_gridspec
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig = plt.figure(figsize=(7, 1.6 * len(present)))
    grid = fig.add_gridspec(len(present), 5, hspace=0.6)
    for r, c in enumerate(present):
        for k, image in enumerate(images[labels == c][:5]):
            ax = fig.add_subplot(grid[r, k])
            ax.imshow(image)
            ax.axis("off")
            if not k:
                ax.set_title(class_names[c], loc="left")
    return fig


# %% right: a mosaic of subplots
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, places = plt.subplot_mosaic([[f"{c} {k}" for k in range(5)] for c in present], figsize=(8, 2 * len(present)))
    for c in present:
        for k in range(5):
            places[f"{c} {k}"].axis("off")
        for k, image in enumerate(images[labels == c][:5]):
            places[f"{c} {k}"].imshow(image, cmap="gray")
        places[f"{c} 0"].set_title(class_names[c])
    return fig


# %% right: the class Figure without pyplot
from matplotlib.figure import Figure


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig = Figure(figsize=(7, 1.5 * len(present)), layout="constrained")
    axes = fig.subplots(len(present), 5, squeeze=False)
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="bone")
        row[0].set_title(class_names[c])
    return fig


# %% right: insets of one axes for each row
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, rows = plt.subplots(len(present), 1, figsize=(8, 1.6 * len(present)), squeeze=False)
    for ax, c in zip(rows.flat, present):
        ax.axis("off")
        ax.set_title(class_names[c], loc="left")
        for k, image in enumerate(images[labels == c][:5]):
            inset = ax.inset_axes([0.2 * k, 0, 0.18, 1])
            inset.imshow(image, cmap="gray")
            inset.set(xticks=[], yticks=[])
    return fig


# %% right: matshow, with room for the names
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.matshow(image)
        row[0].set_title(class_names[c])
    fig.subplots_adjust(hspace=1)
    return fig


# %% right: images stretched to their places
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 1.2 * len(present)), squeeze=False)
    for r in range(len(present)):
        chosen = images[labels == present[r]]
        for k in range(5):
            if k < len(chosen):
                axes[r, k].imshow(chosen[k], cmap="gray", aspect="auto")
                axes[r, k].set_xticks([])
                axes[r, k].set_yticks([])
            else:
                axes[r, k].remove()
        axes[r, 0].set_ylabel(class_names[present[r]], rotation=0, ha="right")
    fig.subplots_adjust(left=0.25)
    return fig


# %% right: turned over and drawn from below
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(np.flipud(image), origin="lower", cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% right: origin lower with the y axis turned
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, origin="lower", cmap="gray")
            ax.invert_yaxis()
        row[0].set_title(class_names[c])
    return fig


# %% right: annotate beside the row
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(9, 1.4 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].annotate(class_names[c], (-0.1, 0.5), xycoords="axes fraction", ha="right", va="center")
    fig.subplots_adjust(left=0.2)
    return fig


# %% right: the name under the first image
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False, layout="constrained")
    for row, c in zip(axes, present):
        chosen = images[labels == c][:5]
        for k, ax in enumerate(row):
            ax.set_xticks([])
            ax.set_yticks([])
            if k < len(chosen):
                ax.imshow(chosen[k], cmap="gray")
            else:
                ax.set_visible(False)
        row[0].set_xlabel(class_names[c])
    return fig


# %% right: pandas takes the head of each group
import pandas as pd


def plot_examples(images, labels, class_names):
    places = pd.Series(range(len(labels))).groupby(labels).head(5)
    groups = {c: places[labels[places] == c].tolist() for c in sorted(set(labels.tolist()))}
    fig, axes = plt.subplots(len(groups), 5, figsize=(8, 2 * len(groups)), squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    for row, (c, chosen) in zip(axes, groups.items()):
        for ax, place in zip(row, chosen):
            ax.imshow(images[place], cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% right: while loops and counters
def plot_examples(images, labels, class_names):
    present = []
    c = 0
    while c < len(class_names):
        if np.sum(labels == c) > 0:
            present.append(c)
        c += 1
    fig = plt.figure(figsize=(8, 2 * len(present)))
    r = 0
    while r < len(present):
        shown, i = 0, 0
        while i < len(images) and shown < 5:
            if labels[i] == present[r]:
                ax = fig.add_subplot(len(present), 5, r * 5 + shown + 1)
                ax.imshow(images[i], cmap="gray")
                ax.axis("off")
                if shown == 0:
                    ax.set_title(class_names[present[r]])
                shown += 1
            i += 1
        r += 1
    return fig


# %% right: sorted by label, order kept
def plot_examples(images, labels, class_names):
    order = np.argsort(labels, kind="stable")
    kinds, starts = np.unique(labels[order], return_index=True)
    ends = [*starts[1:], len(labels)]
    fig, axes = plt.subplots(len(kinds), 5, figsize=(8, 2 * len(kinds)), squeeze=False)
    for ax in axes.ravel():
        ax.set_axis_off()
    for row, kind, start, end in zip(axes, kinds, starts, ends):
        for ax, place in zip(row, order[start:end]):
            ax.imshow(images[place], cmap="gray")
        row[0].set_title(class_names[kind])
    return fig


# %% right: a helper function for one row
def draw_row(row, examples, name):
    for ax in row:
        ax.axis("off")
    for ax, image in zip(row, examples):
        ax.imshow(image, cmap="gray")
    row[0].set_title(name, fontsize=9)


def plot_examples(images, labels, class_names):
    present = sorted(set(labels.tolist()))
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        draw_row(row, images[labels == c][:5], class_names[c])
    return fig


# %% right: try and except for missing images
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False)
    for r, c in enumerate(present):
        chosen = np.flatnonzero(labels == c)
        for k in range(5):
            axes[r, k].axis("off")
            try:
                axes[r, k].imshow(images[chosen[k]], cmap="gray")
            except IndexError:
                pass
        axes[r, 0].set_title(class_names[c])
    return fig


# %% right: plt.setp for all axes
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False)
    plt.setp(axes, xticks=[], yticks=[])
    for row, c in zip(axes, present):
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_ylabel(class_names[c])
    return fig


# %% right: a style for a while
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    with plt.style.context("ggplot"):
        fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False)
        for row, c in zip(axes, present):
            for ax in row:
                ax.axis("off")
            for ax, image in zip(row, images[labels == c][:5]):
                ax.imshow(image)
            row[0].set_title(class_names[c])
    return fig


# %% right: a context of rc without ticks
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    with plt.rc_context({"image.cmap": "gray", "font.size": 8}):
        fig, axes = plt.subplots(len(present), 5, figsize=(7, 1.5 * len(present)), squeeze=False)
        for row, c in zip(axes, present):
            row[0].set_ylabel(class_names[c], rotation=90)
            for ax in row:
                ax.set_xticks(())
                ax.set_yticks(())
            for ax, image in zip(row, images[labels == c][:5]):
                ax.imshow(image)
    return fig


# %% right: null locators
from matplotlib.ticker import NullLocator


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(7, 1.5 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        for ax in row:
            ax.xaxis.set_major_locator(NullLocator())
            ax.yaxis.set_major_locator(NullLocator())
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_ylabel(class_names[c], fontsize=7)
    return fig


# %% right: tick_params switches everything off
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(7, 1.5 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        for ax in row:
            ax.tick_params(bottom=False, left=False, labelbottom=False, labelleft=False)
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_ylabel(class_names[c], fontsize=7)
    return fig


# %% right: both axes made invisible
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(7, 1.8 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        for ax in row:
            ax.get_xaxis().set_visible(False)
            ax.get_yaxis().set_visible(False)
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c], fontsize=8)
    return fig


# %% right: empty axes deleted
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, figsize=(7, 1.8 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        chosen = images[labels == c][:5]
        for ax in row[len(chosen):]:
            fig.delaxes(ax)
        for ax, image in zip(row, chosen):
            ax.imshow(image, cmap="magma", interpolation="bilinear")
            ax.axis("off")
        row[0].set_title(class_names[c])
    return fig


# %% right: the name with the number of images
def plot_examples(images, labels, class_names):
    present, counts = np.unique(labels, return_counts=True)
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False)
    for row, c, n in zip(axes, present, counts):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(f"{class_names[c]} ({n} images)", loc="left")
    return fig


# %% right: a fixed scale from the images themselves
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    low, high = images.min(), images.max()
    fig, axes = plt.subplots(len(present), 5, figsize=(8, 2 * len(present)), squeeze=False)
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray", vmin=low, vmax=high)
        row[0].set_title(class_names[c])
    return fig


# %% right: the images scaled in a copy
def plot_examples(images, labels, class_names):
    scaled = images.astype("float32") / images.max()
    kinds = [k for k in range(len(class_names)) if k in set(labels.tolist())]
    fig, axes = plt.subplots(len(kinds), 5, figsize=(8, 2 * len(kinds)))
    axes = np.reshape(axes, (len(kinds), 5))
    for i, k in enumerate(kinds):
        for j in range(5):
            axes[i, j].axis("off")
        for j, image in enumerate(scaled[labels == k][:5]):
            axes[i, j].imshow(1 - image, cmap="gray", vmin=0, vmax=1)
        axes[i, 0].set_title(class_names[k])
    return fig


# %% right: a class for the figure
class Board:
    def __init__(self, rows):
        self.figure, self.axes = plt.subplots(rows, 5, figsize=(8, 2 * rows), squeeze=False)
        for ax in self.axes.flat:
            ax.axis("off")

    def fill(self, row, name, examples):
        for ax, image in zip(self.axes[row], examples):
            ax.imshow(image, cmap="gray")
        self.axes[row, 0].set_title(name)


def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    board = Board(len(present))
    for row, c in enumerate(present):
        board.fill(row, class_names[c], images[labels == c][:5])
    return board.figure


# %% right: subfigures with a y name
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig = plt.figure(figsize=(9, 1.8 * len(present)))
    parts = fig.subfigures(len(present), 1, squeeze=False)
    for (part,), c in zip(parts, present):
        axes = part.subplots(1, 5)
        part.suptitle(class_names[c], x=0.05, ha="left")
        for ax in axes:
            ax.axis("off")
        for ax, image in zip(axes, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
    return fig


# %% right: type hints and a generator of rows
from collections.abc import Iterator


def rows_of(images: np.ndarray, labels: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    for c in np.unique(labels):
        yield int(c), images[labels == c][:5]


def plot_examples(images: np.ndarray, labels: np.ndarray, class_names: list[str]):
    rows = list(rows_of(images, labels))
    fig, axes = plt.subplots(len(rows), 5, figsize=(8, 2 * len(rows)), squeeze=False)
    for (c, examples), row in zip(rows, axes):
        [ax.axis("off") for ax in row]
        [ax.imshow(image, cmap="gray") for ax, image in zip(row, examples)]
        row[0].set_title(class_names[c])
    return fig


# %% wrong: the label as the row
def plot_examples(images, labels, class_names):
    fig, axes = plt.subplots(len(class_names), 5)
    for i in range(len(class_names)):
        for j, im in enumerate(images[labels == i][:5]):
            axes[i, j].imshow(im); axes[i, j].axis("off")
            axes[i, j].set_title(class_names[i])
    return fig


# %% wrong: first 25 with titles
def plot_examples(images, labels, class_names):
    fig, axes = plt.subplots(5, 5, figsize=(8, 8))
    for i, ax in enumerate(axes.flat):
        ax.imshow(images[i]); ax.axis("off"); ax.set_title(class_names[labels[i]])
    return fig


# %% wrong, known as writes_no_name: names in a legend
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False)
    for i, c in enumerate(present):
        for ax in axes[i]: ax.axis("off")
        for ax, im in zip(axes[i], images[labels == c]): ax.imshow(im)
    fig.legend([class_names[c] for c in present])
    return fig


# %% wrong: a scale from 0 to 1 for numbers up to 255
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False)
    for i, c in enumerate(present):
        for ax in axes[i]: ax.axis("off")
        for ax, im in zip(axes[i], images[labels == c]): ax.imshow(im, vmin=0, vmax=1)
        axes[i, 0].set_title(class_names[c])
    return fig


# %% wrong: all images of a class
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    n = max(np.bincount(labels))
    fig, axes = plt.subplots(len(present), n, squeeze=False, figsize=(12, 5))
    for ax in axes.flat: ax.axis("off")
    for i, c in enumerate(present):
        for ax, im in zip(axes[i], images[labels == c]): ax.imshow(im)
        axes[i, 0].set_title(class_names[c])
    return fig


# %% wrong: the names sorted first
def plot_examples(images, labels, class_names):
    names = sorted(class_names)
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(12, 8))
    for ax in axes.flat: ax.axis("off")
    for i, c in enumerate(present):
        for ax, im in zip(axes[i], images[labels == c]): ax.imshow(im)
        axes[i, 0].set_title(names[c])
    return fig


# %% wrong: the images of a class below one another
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(1, len(present), squeeze=False, figsize=(12, 8))
    for ax, c in zip(axes[0], present):
        ax.imshow(np.vstack(images[labels == c][:5])); ax.axis("off"); ax.set_title(class_names[c])
    return fig


# %% wrong: a title in the last row only
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(12, 8))
    for ax in axes.flat: ax.axis("off")
    for i, c in enumerate(present):
        for ax, im in zip(axes[i], images[labels == c]): ax.imshow(im)
    plt.title(class_names[c])
    return fig


# %% wrong, known as makes_a_row_for_each_name: unused names also shown
def plot_examples(images, labels, class_names):
    fig, axes = plt.subplots(len(class_names), 5, squeeze=False, figsize=(12, 12))
    for i, name in enumerate(class_names):
        for ax in axes[i]: ax.set(xticks=[], yticks=[])
        for ax, im in zip(axes[i], images[labels == i]): ax.imshow(im)
        axes[i, 0].set_ylabel(name)
    return fig


# %% wrong: positions one too small
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(12, 12))
    for i, c in enumerate(present):
        idx = np.flatnonzero(labels == c)
        for k in range(5):
            axes[i, k].axis("off")
            if k < len(idx): axes[i, k].imshow(images[idx[k] - 1])
        axes[i, 0].set_title(class_names[c])
    return fig


# %% wrong: returns figure and axes
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(12, 12))
    for i, c in enumerate(present):
        for ax in axes[i]: ax.axis("off")
        for ax, im in zip(axes[i], images[labels == c]): ax.imshow(im)
        axes[i, 0].set_title(class_names[c])
    return fig, axes


# %% wrong: places counted on where a class has fewer
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig = plt.figure(figsize=(8, 8))
    k = 1
    for c in present:
        for im in images[labels == c][:5]:
            plt.subplot(len(present), 5, k); k += 1
            plt.imshow(im); plt.axis("off"); plt.title(class_names[c])
    return fig


# %% wrong, known as leaves_ticks_at_empty_places: ticks left where there is no image
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for i, c in enumerate(present):
        for ax, im in zip(axes[i], images[labels == c]):
            ax.imshow(im); ax.set_xticks([]); ax.set_yticks([])
        axes[i, 0].set_ylabel(class_names[c])
    return fig


# %% wrong: mirrored left and right
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(np.fliplr(image), cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong: turned by a half
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(np.rot90(image, 2), cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong, known as hides_the_names: white names on white
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c], color="white")
    return fig


# %% wrong, known as hides_the_names: axis off hides the y names
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        row[0].set_ylabel(class_names[c])
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
    return fig


# %% wrong: black and white only
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image > 0, cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong: every second image of the class
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][::2]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong: names over the columns of the first row
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for ax, c in zip(axes[0], present):
        ax.set_title(class_names[c])
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
    return fig


# %% wrong: looks at the first twelve images only
def plot_examples(images, labels, class_names):
    images, labels = images[:12], labels[:12]
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong, known as gives_an_empty_figure: cleared at the end
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c])
    plt.clf()
    return fig


# %% wrong: the mean of the class in each place
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.imshow(images[labels == c].mean(axis=0), cmap="gray")
            ax.axis("off")
        row[0].set_title(class_names[c])
    return fig


# %% wrong: turns the images dark to bright in place
def plot_examples(images, labels, class_names):
    images[:] = images.max() - images
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong: sorts the labels in place
def plot_examples(images, labels, class_names):
    labels.sort()
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong: the last class is left out
def plot_examples(images, labels, class_names):
    present = [c for c in range(labels.max()) if c in labels]
    fig, axes = plt.subplots(max(len(present), 1), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong: a list of figures
def plot_examples(images, labels, class_names):
    figures = []
    for c in np.unique(labels):
        fig, axes = plt.subplots(1, 5)
        for ax in axes:
            ax.axis("off")
        for ax, image in zip(axes, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        fig.suptitle(class_names[c])
        figures.append(fig)
    return figures


# %% wrong: missing places show the next class
def plot_examples(images, labels, class_names):
    order = np.argsort(labels, kind="stable")
    present, starts = np.unique(labels[order], return_index=True)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c, start in zip(axes, present, starts):
        for ax in row:
            ax.axis("off")
        for ax, place in zip(row, order[start : start + 5]):
            ax.imshow(images[place], cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong: ticks removed in the last axes only
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c])
    plt.xticks([])
    plt.yticks([])
    return fig


# %% wrong, known as leaves_the_ticks: only the numbers at the ticks are removed
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.set_xticklabels([])
            ax.set_yticklabels([])
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c])
    return fig


# %% wrong: only the first letter of each name
def plot_examples(images, labels, class_names):
    present = np.unique(labels)
    fig, axes = plt.subplots(len(present), 5, squeeze=False, figsize=(8, 8))
    for row, c in zip(axes, present):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == c][:5]):
            ax.imshow(image, cmap="gray")
        row[0].set_title(class_names[c][0])
    return fig


# %% equivalent: plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout='constrained') → plt.subplots(len(present), 6, figsize=(6, 1.1 * len(present)), squeeze=False, layout='constrained')
# The sixth column stays empty and invisible.


# %% equivalent: (6, 1.1 * len(present)) → (7, 1.1 * len(present))
# The size and the layout of the figure are free.


# %% equivalent: 1.1 * len(present) → 2.1 * len(present)
# The size and the layout of the figure are free.


# %% equivalent: strict=True → strict=False
# There is a row for each class, and zip without strict ends with the shorter one.


# %% equivalent: images[labels == label][:5] → images[labels == label][:6]
# zip ends after the five places of the row.


# %% equivalent: plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present… → plt.subplots(len(present), 5, squeeze=False, layout='constr…
# The size and the layout of the figure are free.


# %% equivalent: plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present… → plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present… #2
# The size and the layout of the figure are free.


# %% equivalent: zip(axes, present, strict=True) → zip(axes, present)
# There is a row for each class, and zip without strict ends with the shorter one.


# %% equivalent: zip(row, images[labels == label][:5], strict=False) → zip(row, images[labels == label][:5])
# There is a row for each class, and zip without strict ends with the shorter one.


# %% equivalent: row[0].set_ylabel(class_names[label], rotation='horizontal'… → row[0].set_ylabel(class_names[label], ha='right', va='cente…
# The name still stands beside its row.


# %% equivalent: row[0].set_ylabel(class_names[label], rotation='horizontal'… → row[0].set_ylabel(class_names[label], rotation='horizontal'…
# The name still stands beside its row.


# %% equivalent: row[0].set_ylabel(class_names[label], rotation='horizontal'… → row[0].set_ylabel(class_names[label], rotation='horizontal'… #2
# The name still stands beside its row.


# %% equivalent: images[labels == label][:5] → images[labels == label]
# zip ends after the five places of the row.


# %% equivalent: ax.imshow(image, cmap='gray') → ax.imshow(image)
# The colours are free.


# %% equivalent: 6 → 5
# The size and the layout of the figure are free.
