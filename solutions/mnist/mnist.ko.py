# %% [markdown] original="e1a5b947"
# # 처음 만드는 신경망: 손글씨 숫자 읽기
#
# 앞으로 두세 시간 동안, 손으로 쓴 숫자의 이미지를 보고 어떤 숫자인지 맞히는 프로그램을 만듭니다.
# "7은 위쪽에 가로줄이 있다" 같은 규칙은 쓰지 않습니다. 작은 신경망(neural network)에 예를 많이 보여 주면,
# 무엇을 보아야 하는지 신경망이 스스로 배웁니다.
#
# 네 단계로 진행합니다. 데이터를 **살펴보고**(1–5), **준비하고**(6–7), 신경망을 **만들어 학습시킨** 다음(8–9),
# **얼마나 잘하는지 알아봅니다**(10–12). 번호마다 함수를 하나씩 직접 작성합니다.
#
# 이 페이지는 이렇게 사용합니다.
#
# - 먼저 글로 개념을 설명하고, 그 아래에 함수가 있습니다. 함수의 첫 줄과 설명은 이미 작성되어 있습니다.
#   `raise NotImplementedError` 자리에 코드를 작성하세요.
# - 함수 아래의 `check("…")` 줄은 무엇이 맞았고 무엇이 아직 틀렸는지 알려 줍니다. 몇 번이든 실행해도 됩니다.
#   막히면 같은 이름으로 `hint("…")`를 실행하세요. 실행할 때마다 힌트가 하나씩 더 나옵니다.
# - 그다음 셀은 작성한 함수를 사용해서 결과를 보여 줍니다. 함수가 제대로 작동해야만 실행됩니다.
# - 함수 안에서는 괄호로 **전달받은 것**만 사용하세요. 다른 이미지로도 검사하기 때문입니다.
#
# 파이썬의 함수, 반복문, 딕셔너리는 알고 있어야 합니다. 신경망은 전혀 몰라도 됩니다.

# %% [markdown] original="ff0a056d"
# ## 도구
#
# NumPy는 이미지를 수의 배열로 저장하고, Matplotlib은 그림을 그리고, Keras는 신경망을 학습시킵니다.
# Keras는 TensorFlow를 사용하는데, 여기서 프로세서에 관한 메시지가 몇 줄 나올 수 있습니다. 무시해도 됩니다.

# %% setup
from collections import Counter

import keras
import matplotlib.pyplot as plt
import numpy as np

from autograder import check, datasets, figure_text, hint

# %% [markdown] original="0da20078"
# ## 데이터
#
# MNIST는 숫자 이미지 70,000장을 모은 것입니다. 사무직 직원과 학생들이 쓴 숫자를 스캔하고 레이블을 붙였습니다.
# 각 예는 두 부분으로 되어 있습니다. **이미지**, 그리고 쓴 사람이 어떤 숫자를 쓰려고 했는지 알려 주는 **레이블**(label)입니다.
#
# 전체는 두 세트로 나뉩니다. 신경망은 **훈련 세트**(training set)로 배웁니다. **테스트 세트**(test set)는 시험
# 문제처럼 마지막까지 남겨 둡니다. 신경망이 한 번도 보지 못한 이미지라야, 이해한 것인지 외운 것인지 알 수 있습니다.
#
# 인터넷에 연결되어 있지 않으면 이 키트가 숫자를 직접 그려서 사용합니다. 형식은 같지만 개수가 적기 때문에,
# 이 페이지에 적힌 MNIST의 값과는 다른 값이 나옵니다.

# %% data
dataset = datasets.load("mnist")
(train_images, train_labels), (test_images, test_labels) = dataset

# %% [markdown] original="9dc390f7"
# ## 1. 무엇이 들어 있을까요?
#
# 어떤 데이터든 가장 먼저 알아볼 것은 **형태**(shape)입니다. 배열에 축(axis)이 몇 개 있고, 각 축의 길이가
# 얼마인지를 말합니다. 신경망을 만들 때 생기는 오류는 대부분 두 형태가 서로 맞지 않아서 생깁니다. 형태부터
# 확인하면 몇 시간을 아낄 수 있습니다.
#
# 형태는 튜플(tuple)입니다. `(60000, 28, 28)`은 28행 28열인 이미지가 60,000장이라는 뜻입니다. 이미지마다
# 레이블이 하나씩 있으므로, 레이블의 개수는 이미지의 개수와 같습니다.
#
# 순서에 주의하세요. 데이터셋은 쌍 두 개로 이루어진 쌍입니다. 훈련 배열 두 개가 먼저 나오고,
# 그다음에 테스트 배열 두 개가 나옵니다.

### VARIANT "train_ is "{train}_
### VARIANT "test_ is "{test}_
# %% dataset_shapes original="f0d21a1e"
def dataset_shapes(dataset):
    """네 배열 각각의 형태를 반환합니다.

    Args:
        dataset: 쌍 두 개로 이루어진 쌍. keras.datasets.mnist.load_data()가 반환하는 것과 같습니다:
            (훈련 이미지, 훈련 레이블), (테스트 이미지, 테스트 레이블).
            이미지는 uint8 배열, 형태 (이미지 수, 행, 열). 레이블은 uint8 배열, 형태 (이미지 수,).

    Returns:
        키가 "train_images", "train_labels", "test_images", "test_labels"인 딕셔너리.
        각 값은 그 배열의 형태인 튜플입니다.

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

# %% dataset_shapes_demo original="0e3db32b"
for part, shape_of_part in dataset_shapes(dataset).items():
    print(f"{part:13} {shape_of_part}")
print("저장 형식    ", train_images.dtype)

# %% [markdown] original="3e3aed4e"
# `uint8`은 8비트로 나타내는 정수입니다. 0부터 255까지의 값만 가질 수 있습니다. 연습 6에서 다시 나옵니다.

# %% [markdown] original="1090fd44"
# ## 2. 각 숫자는 몇 번 나올까요?
#
# 점수를 믿기 전에, 아무 능력도 없는 프로그램은 몇 점을 받는지 생각해 보세요. 레이블의 90%가 1이라고 합시다.
# 그러면 언제나 "1"이라고 답하는 프로그램은 열 번 중 아홉 번 맞히지만, 쓸모가 없습니다. 그래서 레이블의 개수를
# 세어 봅니다.
#
# 위에서 불러온 파이썬의 `Counter`는 개수를 세는 딕셔너리입니다. NumPy로도 셀 수 있습니다.

# %% count_labels original="eb963a2c"
def count_labels(labels):
    """각 레이블이 몇 번 나오는지 셉니다.

    Args:
        labels: 정수(uint8, int64, …) 배열, 형태 (이미지 수,), 순서는 정해져 있지 않습니다.
            나오지 않는 숫자가 있을 수 있고, 비어 있을 수도 있습니다.

    Returns:
        레이블로 횟수를 찾을 수 있는 매핑. 예를 들어 Counter나 딕셔너리.
        아래의 예처럼 result[label]로 그 레이블의 개수를 얻습니다.
        나오지 않는 레이블은 빠져 있거나 개수가 0입니다.

    Example:
        >>> count_labels(np.array([5, 0, 5, 1], np.uint8))[5]
        2
    """
    ### BEGIN SOLUTION
    return Counter(int(label) for label in labels)
    ### END SOLUTION

# %% count_labels_check
check("count_labels")

# %% count_labels_demo original="97e1f7eb"
print("훈련:  ", count_labels(train_labels))
print("테스트:", count_labels(test_labels))

# %% [markdown] original="f89d82d8"
# MNIST의 테스트 세트에서 가장 많이 나오는 숫자는 1입니다. 10,000개 가운데 1,135개입니다. 언제나 "1"이라고
# 답하는 프로그램은 11.35%를 맞힙니다. 이 점수는 넘어야 합니다.

# %% [markdown] original="1df164fc"
# ## 3. 개수를 그림으로 보기
#
# 값 스무 개를 비교하기는 어렵지만, 막대 스무 개를 비교하기는 쉽습니다. 두 가지를 알고 싶습니다. 모든 숫자가
# 비슷하게 자주 나올까요? 그리고 테스트 세트에는 숫자들이 훈련 세트와 같은 비율로 섞여 있을까요? 그렇지 않다면
# 배운 것과 다른 내용이 시험에 나오는 셈입니다.
#
# 막대는 각각 자기 숫자 위에 있어야 합니다. 0과 9 사이를 똑같은 구간(bin) 열 개로 나누면 그렇게 **되지
# 않습니다**. 구간 하나의 너비가 0.9이기 때문입니다. 막대의 위치를 직접 정하는 편이 안전합니다.

# %% plot_label_counts original="c9fa9706"
def plot_label_counts(train_labels, test_labels):
    """훈련 세트와 테스트 세트에서 각 숫자가 몇 번 나오는지 그립니다.

    검사 내용: 두 세트 모두, 나오는 숫자마다 막대(또는 점)가 하나 있습니다. 막대는 축에서 그 숫자 위에 있고,
    높이는 그 숫자의 개수입니다. 두 세트가 모두 보입니다. 예를 들어 나란히 놓인 두 개의 Axes에, 또는 막대를
    둘씩 짝지어 그립니다.

    Args:
        train_labels: 0부터 9까지의 정수 배열, 형태 (훈련 이미지 수,).
        test_labels: 0부터 9까지의 정수 배열, 형태 (테스트 이미지 수,).

    Returns:
        Matplotlib Figure. 화면에 표시하지 않고 반환합니다.

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

# %% [markdown] original="8b1add8c"
# 숫자마다 나오는 횟수가 똑같지는 않지만, 드물게 나오는 숫자는 없습니다. 두 그래프의 모양도 비슷합니다. 그러니
# 맞힌 답의 비율은 공정한 점수입니다.

# %% [markdown] original="41d070aa"
# ## 4. 이미지 살펴보기
#
# 학습시키기 전에는 언제나 이미지를 직접 보아야 합니다. 사람이 보기에도 어려운 것은 어느 것일까요? 이미지 아래의
# 레이블은 맞을까요? 레이블의 순서가 틀려 있어도 오류 메시지는 나오지 않습니다.
#
# 이미지 한 장은 배열의 한 조각입니다. `images[0]`은 28행 28열입니다. Matplotlib의 `imshow`가 이미지를 그리고,
# `plt.subplots(5, 5)`가 그릴 자리를 격자로 만듭니다. 가장자리를 따라 적힌 수(눈금, ticks)는 여기서 도움이 되지
# 않으니 없애세요.

# %% plot_images original="d64329aa"
def plot_images(images, labels):
    """처음 25장의 이미지를 격자에 그리고, 각 이미지 아래에 레이블을 적습니다.

    검사 내용: Figure 하나에 5×5 격자가 있고, 행을 따라 차례로 채워지며, 0번 이미지가 왼쪽 위에 있습니다.
    이미지는 똑바로 서 있습니다. 이미지마다 자기 레이블이 눈에 보이는 숫자로 아래에 적혀 있습니다. 예를 들어
    x축의 이름(xlabel)으로 적습니다. 눈금은 없습니다.

    Args:
        images: 수의 배열, 형태 (이미지 수, 행, 열), 이미지는 25장 이상.
        labels: 정수 배열, 형태 (이미지 수,).

    Returns:
        Matplotlib Figure. 화면에 표시하지 않고 반환합니다.

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

# %% [markdown] original="ec8b39eb"
# 사람들이 같은 숫자를 얼마나 여러 가지로 쓰는지 보세요. 똑바로 쓰기도 하고 기울여 쓰기도 하며, 가늘게도 굵게도
# 씁니다. 선이 이어지기도 하고 떨어져 있기도 합니다. 이것을 규칙으로 써 보려고 하면, 왜 신경망에 규칙을 찾게
# 하는지 알게 됩니다.

# %% [markdown] original="a0cbf4d8"
# ## 5. 픽셀이란 무엇일까요?
#
# 컴퓨터에게 이미지는 수로 된 표입니다. 어떤 이미지의 가운데 부분은 이렇습니다.

# %% numbers_of_an_image
for row_of_pixels in train_images[0][6:18, 6:22]:
    print(" ".join(f"{int(pixel):3}" for pixel in row_of_pixels))

# %% [markdown] original="682075f4"
# 0은 검은색, 255는 흰색이고, 그 사이의 값은 회색입니다. 어떤 값이 몇 번씩 나올까요? 답을 보면 이미지가 대부분
# 비어 있는지, 신경망이 받는 값이 얼마나 큰지 알 수 있습니다.
#
# 주의하세요. 이미지에는 축이 두 개 있습니다. 첫 번째 축을 따라 반복하면 픽셀이 아니라 행 전체가 나옵니다. 배열에는
# 한 줄로 길게 펴 주는 메서드가 있습니다.

# %% count_pixel_values original="74dd1222"
def count_pixel_values(image):
    """한 이미지에서 각 픽셀 값이 몇 번 나오는지 셉니다.

    Args:
        image: uint8 배열, 형태 (행, 열), 값은 0부터 255까지.

    Returns:
        픽셀 값으로 그런 픽셀의 개수를 찾을 수 있는 매핑. 예를 들어 Counter나 딕셔너리.
        아래의 예처럼 result[value]로 그 값의 개수를 얻습니다.
        개수를 모두 더하면 행 × 열이 됩니다.

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

# %% [markdown] original="31fcdddd"
# 대부분의 픽셀이 0입니다. 이미지의 대부분은 배경입니다.

# %% [markdown] original="2a244502"
# ## 6. 픽셀 값 정규화하기
#
# 신경망은 픽셀마다 가중치(weight)를 곱해서 모두 더합니다. 처음에는 작은 난수를 가중치로 쓰는데, 이 가중치는
# 크기가 1 정도인 입력에 맞습니다. 255까지의 값을 그대로 넣으면 처음 계산한 합이 약 200배나 커집니다. 그러면
# 신경망은 처음부터 틀린 답을 강하게 확신하고, 그것을 바로잡는 데 시간을 씁니다. 그 뒤에도 가중치를 한 번에
# 움직이는 크기가 잘 맞지 않습니다. MNIST 전체를 열 번 학습시키면 97.5%가 아니라 94% 정도에 그칩니다.
#
# 그래서 픽셀 값을 0부터 1까지의 범위로 바꿉니다. 이것을 **정규화**(normalization)라고 합니다. 검은색은 0.0,
# 흰색은 1.0이 되고, 그 사이의 회색은 모두 비율을 그대로 지킵니다. 두 가지가 중요합니다.
#
# - **모든 이미지의 모든 픽셀에 같은 규칙을 씁니다.** 이미지마다 그 이미지에서 가장 밝은 픽셀로 나누면, 같은
#   회색이 서로 다른 값이 됩니다.
# - **새 배열을 만듭니다.** `uint8` 배열에는 정수만 들어갈 수 있고, 다른 코드가 원래 배열을 아직 쓸 수도 있습니다.
#
# 레이블은 정규화하지 마세요. 레이블은 수로 적혀 있을 뿐, 클래스(class)의 이름입니다.

# %% normalize original="a79dc550"
def normalize(images):
    """픽셀 값을 0..255에서 0.0..1.0으로 정규화합니다.

    Args:
        images: 형태가 정해지지 않은 배열, 보통 (이미지 수, 행, 열); uint8, 또는 0.0부터 255.0까지의 실수.

    Returns:
        형태가 같은 실수 NumPy 배열: 0 → 0.0, 255 → 1.0, 그 사이는 고르게.
        인수는 바뀌지 않습니다.

    Example:
        >>> float(normalize(np.array([[[0, 255]]], np.uint8)).max())
        1.0
    """
    ### BEGIN SOLUTION
    return images.astype("float32") / 255  # Keras는 float32로 계산합니다. 메모리를 float64의 절반만 씁니다.
    ### END SOLUTION

# %% normalize_check
check("normalize")

# %% normalize_demo original="ac7689cb"
train_scaled, test_scaled = normalize(train_images), normalize(test_images)
print("정규화 전:", train_images.dtype, "최소", train_images.min(), "최대", train_images.max())
print("정규화 후:", train_scaled.dtype, "최소", train_scaled.min(), "최대", train_scaled.max())
pixel_figure, pixel_axes = plt.subplots(1, 2, figsize=(11, 3.5), layout="constrained")
pixel_axes[0].hist(train_images[:1000].ravel(), bins=32, log=True)
pixel_axes[0].set(
    title=figure_text("정규화 전", "before scaling"),
    xlabel=figure_text("픽셀 값", "pixel value"),
    ylabel=figure_text("이미지 1,000장의 픽셀 수 (로그 눈금)", "pixels in 1,000 images (log scale)"),
)
pixel_axes[1].hist(train_scaled[:1000].ravel(), bins=32, log=True)
pixel_axes[1].set(title=figure_text("정규화 후", "after scaling"), xlabel=figure_text("픽셀 값", "pixel value"))
plt.show()

# %% [markdown] original="19f38f45"
# 두 그래프는 모양이 같습니다. 아래쪽에 적힌 수만 바뀌었습니다. 바로 이것이 핵심입니다. 정보를 하나도 잃지 않습니다.

# %% [markdown] original="8464e15a"
# ## 7. 이미지 한 장과 값의 범위
#
# 그림만 보면 속기 쉽습니다. Matplotlib은 가장 작은 값이 검은색, 가장 큰 값이 흰색이 되도록 색의 범위를 맞추어 그립니다.
# 그래서 정규화한 이미지와 정규화하지 않은 이미지가 똑같아 보입니다. **컬러바**(colour bar)는 어떤 밝기가 어떤
# 값인지 보여 줍니다. 컬러바는 그 이미지와 연결되어 있어야 합니다. 그래야 *이* 이미지의 값을 보여 줍니다.

# %% plot_image original="ed83f9aa"
def plot_image(image):
    """이미지 한 장을 컬러바와 함께 그립니다.

    검사 내용: 이미지가 한 번만, 똑바로, 컬러맵(회색이나 다른 색)으로 그려져 있습니다. 그 옆에는 이 이미지와
    연결되어 값의 범위를 보여 주는 컬러바가 있습니다.

    Args:
        image: 수의 배열, 형태 (행, 열), 값의 범위는 정해져 있지 않습니다.

    Returns:
        Matplotlib Figure. 화면에 표시하지 않고 반환합니다.

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

# %% [markdown] original="81fe5604"
# 두 이미지는 똑같아 보이지만 컬러바가 다릅니다. 첫 번째는 0부터 255까지, 두 번째는 0부터 1까지입니다.

# %% [markdown] original="31804440"
# ## 8. 신경망 만들기
#
# 신경망은 **층**(layer)이 사슬처럼 이어진 것입니다. 각 층은 값을 받아서 새로운 값을 다음 층에 넘겨줍니다.
#
# | 층 | 나오는 것 | 학습할 가중치 |
# |---|---|---|
# | 입력 | 28×28 픽셀 | |
# | `Flatten` | 한 줄로 늘어선 값 784개 | |
# | relu를 쓰는 `Dense(128)` | 값 128개 | 784 · 128 + 128 = 100,480 |
# | softmax를 쓰는 `Dense(10)` | 확률 10개 | 128 · 10 + 10 = 1,290 |
#
# **왜 Flatten이 필요할까요?** 밀집층(dense layer)은 모든 입력을 모든 유닛(unit)과 연결하며, 예 하나마다 값이 한
# 줄로 들어와야 합니다. 28행을 그대로 넣으면 픽셀 한 행마다 한 번씩, 모두 28번 답합니다. Flatten은 행들을 차례로
# 이어서 긴 한 줄로 만듭니다.
#
# **왜 relu를 쓸까요?** relu는 음수를 0으로 바꾸는 활성화 함수(activation function)입니다. 이것이 없으면 밀집층을
# 두 개 이어 놓아도 하나일 때와 할 수 있는 일이 같아서, 유닛 128개가 아무 도움이 되지 않습니다(MNIST에서 92%).
#
# **왜 유닛이 열 개이고, 왜 softmax를 쓸까요?** 가능한 답이 열 가지이므로 신경망은 점수 열 개를 냅니다. softmax는
# 이 점수를 **확률**로 바꿉니다. 음수가 하나도 없고, 모두 더하면 1이 됩니다. softmax를 거쳐도 열 개가 모두 남습니다.
# 가장 큰 것을 1로, 나머지를 0으로 만드는 것이 아닙니다. 가장 큰 것은 연습 11에서 따로 고릅니다.

# %% softmax_by_hand original="f74bc716"
raw_scores = np.array([2.0, 1.0, -1.0])
print("점수:", raw_scores)
print("확률:", (np.exp(raw_scores) / np.exp(raw_scores).sum()).round(3))

# %% [markdown] original="ecb46aaa"
# "더 좋다"가 무슨 뜻인지도 신경망에 알려 주어야 합니다. 모델을 **컴파일**(compile)할 때 알려 줍니다.
#
# - **손실**(loss)은 학습하면서 줄여 나가는 값입니다. *교차 엔트로피*(cross-entropy)는 신경망이 정답 숫자에 매긴 확률로
#   계산합니다. 확신하고 맞히면 손실이 거의 0이고, 자신이 없으면 조금 커지며, 확신하고 틀리면 아주 커집니다. 열 개의
#   숫자에 모두 같은 확률을 매기면 손실은 2.30입니다.
# - **왜 *sparse*가 붙은 것을 쓸까요?** 레이블이 `5`처럼 정수 하나일 때 쓰는, 똑같은 손실입니다. 이름에 "sparse"가
#   없는 손실을 쓰려면 레이블마다 값 열 개(0 아홉 개와 1 하나)가 있어야 합니다. 우리 레이블은 정수 하나이므로
#   `sparse_categorical_crossentropy`가 맞습니다.
# - **옵티마이저**(optimizer)는 가중치를 어떻게 바꿀지 정합니다. `adam`은 가중치마다 지난 몇 스텝(step) 동안
#   어떻게 움직였는지 보고 다음 스텝의 크기를 정합니다. 따로 조정하지 않아도 잘 작동합니다.
# - **지표**(metric)는 우리에게 보여 주기만 하고 아무것도 바꾸지 않습니다. 여기서는 맞힌 답의 비율인 정확도
#   `accuracy`를 봅니다.
#
# 왜 정확도를 직접 높이도록 학습시키지 않을까요? 가중치가 아주 조금 움직여서는 대개 어떤 답도 바뀌지 않습니다.
# 정확도가 그대로이니 어느 방향으로 가야 하는지 알 수 없습니다. 손실은 아주 작은 변화에도 반응합니다.

# %% loss_by_hand original="49b8c359"
for probability_of_truth in [0.99, 0.5, 0.1, 0.001]:
    print(f"정답 숫자의 확률 {probability_of_truth:5.1%}: 손실 {-np.log(probability_of_truth):.2f}")

# %% build_model original="669757fd"
def build_model():
    """신경망을 만들고 컴파일합니다. 학습은 시키지 않습니다.

    층: 28×28개의 수를 받는 입력, 784개로 펴기(Flatten); relu를 쓰는 유닛 128개의 밀집층; softmax를 쓰는 유닛
    10개의 밀집층. 옵티마이저는 adam, 손실은 희소 범주형 교차 엔트로피(sparse categorical cross-entropy), 지표는
    정확도로 컴파일합니다.

    Returns:
        컴파일된 keras Model, 호출할 때마다 새 모델. 형태가 (이미지 수, 28, 28)인 이미지를 받아서
        형태가 (이미지 수, 10)인 확률을 냅니다.

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

# %% build_model_demo original="3d9df344"
untrained_model = build_model()
untrained_model.summary()
print("첫 번째 테스트 이미지에 대한 답:")
print(untrained_model.predict(test_images[:1] / 255, verbose=0).round(2))

# %% [markdown] original="6753d864"
# 요약에서 `None`은 이미지의 수를 뜻합니다. 신경망은 이미지를 몇 장이든 받습니다. 아직 학습하지 않은 신경망이라서,
# 나온 값 열 개는 아무렇게나 찍은 것과 같습니다.

# %% [markdown] original="1fcaaefe"
# ## 9. 학습시키기
#
# 학습은 반복이고, Keras의 `fit`이 이 반복을 대신 실행합니다. 이미지를 몇 장 가져와서 답을 봅니다. 가중치마다 손실이
# 줄어드는 방향을 찾습니다. 각 가중치를 그 방향으로 조금씩 옮기고, 다음 이미지 몇 장으로 넘어갑니다.
#
# - 이렇게 한 번에 가져오는 이미지들을 **배치**(batch)라고 합니다. 따로 정하지 않으면 32장입니다. 이미지 한 장으로는
#   옳은 방향을 잘 알 수 없고, 모든 이미지를 한꺼번에 쓰면 계산은 많은데 한 스텝밖에 나아가지 못합니다.
# - 모든 이미지를 한 번 다 보는 것을 **에포크**(epoch)라고 합니다. 이미지가 60,000장이고 배치가 32장이면 한 에포크는
#   1,875스텝입니다.
#
# `fit`은 모델이 지금 가지고 있는 가중치에서 시작합니다. 두 번 호출하면 두 번째는 첫 번째가 멈춘 곳에서 이어집니다.
# `fit`은 **History**를 반환합니다. 그 안의 딕셔너리 `.history`에 에포크마다의 손실과 정확도가 들어 있습니다.

# %% train original="d2059c7f"
def train(model, images, labels, epochs):
    """주어진 모든 이미지로 주어진 모델을 학습시킵니다.

    Args:
        model: build_model()이 반환하는, 컴파일된 keras Model. 학습하면서 모델이 바뀝니다.
        images: 실수 배열, 형태 (이미지 수, 28, 28), 이미 0.0..1.0으로 정규화한 값.
        labels: 0부터 9까지의 정수 배열, 형태 (이미지 수,).
        epochs: 모든 이미지를 몇 번 볼지 나타내는 정수.

    Returns:
        fit이 반환하는 History. (images와 labels는 바뀌지 않습니다.)

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

# %% [markdown] original="8faf8a51"
# 이제 열 에포크 동안 학습시킵니다. MNIST에서는 1분쯤 걸립니다. 첫 줄은 난수, 곧 처음 가중치와 이미지의 순서를
# 고정합니다. 그래서 셀을 실행할 때마다 같은 값이 나오고, 결과가 달라졌다면 *직접* 바꾼 것 때문입니다.

# %% train_demo
keras.utils.set_random_seed(1)
model = build_model()
history = train(model, train_scaled, train_labels, epochs=10)

# %% training_curve
curve_figure, curve_axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
for curve_name, curve in history.history.items():
    curve_ax = curve_axes[0] if "loss" in curve_name else curve_axes[1]
    curve_ax.plot(range(1, len(curve) + 1), curve, marker="o")
    curve_ax.set(
        title=figure_text(f"훈련 이미지에서 잰 {curve_name}", f"{curve_name} on the training images"),
        xlabel=figure_text("에포크", "epoch"),
        ylabel=curve_name,
    )
    curve_ax.grid(alpha=0.3)
plt.show()

# %% [markdown] original="d74a5e09"
# 두 곡선 모두 처음에는 빠르게 변하다가 점점 평평해집니다. 신경망은 처음 몇 에포크에 가장 많이 배웁니다. 그러나 이
# 곡선은 학습에 쓴 이미지에 대한 것입니다. *새로운* 이미지를 읽을 수 있는지는 알려 주지 않습니다.

# %% [markdown] original="ba94011d"
# ## 10. 정말로 얼마나 잘할까요?
#
# 이제 시험입니다. 신경망이 한 번도 보지 못한 테스트 이미지를 씁니다. Keras의 `evaluate`는 손실**과** 정확도를 이
# 순서로 반환합니다. 여기서 가장 흔한 실수는 둘을 바꾸어 쓰는 것입니다. "손실"이 0.97이고 "정확도"가 0.09라면 둘이
# 바뀌었다는 신호입니다.

# %% evaluate original="d9d790d9"
def evaluate(model, images, labels):
    """주어진 모든 이미지로 모델을 평가합니다.

    Args:
        model: 정확도를 지표로 지정해서 컴파일한 keras Model. 바뀌지 않습니다.
        images: 실수 배열, 형태 (이미지 수, 28, 28), 모델이 학습한 이미지와 똑같이 정규화한 값.
        labels: 0부터 9까지의 정수 배열, 형태 (이미지 수,).

    Returns:
        (손실, 정확도), 실수 두 개: 모든 이미지에 대한 손실의 평균, 그리고 맞힌 답의 비율(0부터 1까지).

    Example:
        검은 이미지를 넣으면 새 모델은 모든 숫자를 같은 확률로 예측합니다. 이때 손실은 log(10)입니다.

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

# %% evaluate_demo original="a674409c"
train_loss, train_accuracy = evaluate(model, train_scaled, train_labels)
test_loss, test_accuracy = evaluate(model, test_scaled, test_labels)
print(f"훈련 세트:   손실 {train_loss:.4f}, 정확도 {train_accuracy:.4f}")
print(f"테스트 세트: 손실 {test_loss:.4f}, 정확도 {test_accuracy:.4f}")

# %% [markdown] original="ea33f5b5"
# **두 정확도의 차이.** MNIST의 훈련 세트에서는 99%가 넘고 테스트 세트에서는 97.5% 정도입니다. 이 차이는 어디에서
# 올까요? 신경망은 훈련 이미지의 세세한 부분까지 외웠는데, 그것은 다른 이미지에 도움이 되지 않습니다. 이것을
# **과적합**(overfitting)이라고 합니다. 신경망이 새로운 손글씨를 얼마나 잘 읽는지는 두 번째 값만 알려 줍니다. 무엇을
# 학습시킬지 고를 때는 이 값을 절대로 쓰지 마세요. 쓰는 순간 더는 시험이 아니게 됩니다.
#
# **손실은 더 많은 것을 알려 줍니다.** MNIST에서 테스트 세트의 손실은 훈련 세트보다 몇 배나 큽니다. 신경망은 몇 개
# 안 되는 틀린 답 가운데 일부를 크게 확신합니다. 테스트 손실은 대여섯 에포크 뒤에 가장 낮고, 그 뒤로는 정확도가
# 여전히 좋아 보여도 다시 올라갑니다.
#
# 정확도로는 전혀 보이지 않는 것도 있습니다. 테스트 이미지를 정규화하는 것을 잊었다고 해 봅시다.

# %% unscaled_demo original="c229e981"
unscaled_loss, unscaled_accuracy = evaluate(model, test_images, test_labels)
print(f"정규화하지 않은 테스트 세트: 손실 {unscaled_loss:.1f}, 정확도 {unscaled_accuracy:.4f}")

# %% [markdown] original="f9264110"
# 정확도는 거의 같지만 손실은 훨씬 큽니다. MNIST에서는 백 배가 넘습니다. 픽셀이 255배 커지면 열 개의 점수도 모두 약
# 255배 커집니다. 점수의 순서는 그대로이니 답도 그대로이지만, 이제 신경망은 틀린 답 하나하나를 완전히 확신합니다.
# 그러니 두 값을 모두 보세요.

# %% [markdown] original="e23e42fe"
# ## 11. 확률에서 숫자로
#
# `predict`는 표를 반환합니다. 이미지마다 한 행이 있고, 각 행에는 확률이 열 개 있습니다. 답은 한 행에서 가장 큰 값의
# **위치**이지, 그 값 자체가 아닙니다. 위치는 어떤 숫자인지를, 값은 신경망이 얼마나 확신하는지를 나타냅니다.

# %% predict_labels original="a4059d0d"
def predict_labels(model, images):
    """각 이미지에서 가장 확률이 높은 숫자를 반환합니다.

    Args:
        model: 이미지마다 확률(또는 점수) 열 개를 내는 keras Model. 바뀌지 않습니다.
        images: 실수 배열, 형태 (이미지 수, 28, 28), 0.0..1.0으로 정규화한 값; 이미지가 한 장뿐일 수도 있습니다.

    Returns:
        0부터 9까지의 정수 배열, 형태 (이미지 수,).

    Example:
        >>> len(predict_labels(build_model(), np.zeros((4, 28, 28), np.float32)))
        4
    """
    ### BEGIN SOLUTION
    return np.argmax(model.predict(images, verbose=0), axis=1)
    ### END SOLUTION

# %% predict_labels_check
check("predict_labels")

# %% predict_labels_demo original="e69a8986"
test_predictions = predict_labels(model, test_scaled)
print("예측:", test_predictions[:20])
print("정답:", test_labels[:20])
print("틀린 답:", np.count_nonzero(test_predictions != test_labels), "/ 전체", len(test_labels))

# %% [markdown] original="ee019417"
# ## 12. 신경망의 답을 눈으로 확인하기
#
# 점수는 틀린 답이 몇 개인지 알려 줍니다. 그림은 *어느 것이* 틀렸는지, 그리고 많은 경우 왜 틀렸는지 보여 줍니다.
# 그러니 테스트 이미지를 한 번 더 그립니다. 이번에는 이미지마다 숫자 두 개를 아래에 적습니다. 신경망이 답한 숫자와
# 정답 숫자입니다.
#
# 이 함수는 완성된 답이 아니라 이미지마다 확률 열 개를 받습니다. 그래서 연습 11에서 한 일이 여기서도 필요합니다.

# %% plot_predictions original="31171ee1"
def plot_predictions(images, labels, predictions):
    """처음 25장의 이미지를 격자에 그리고, 각 이미지 아래에 예측한 레이블과 정답 레이블을 적습니다.

    검사 내용: Figure 하나에 5×5 격자가 있고, 행을 따라 차례로 채워지며, 0번 이미지가 왼쪽 위에 있습니다.
    이미지는 똑바로 서 있습니다. 이미지마다 눈에 보이는 텍스트가 아래에 있습니다. 예측한 레이블을 먼저, 정답 레이블을
    나중에 적습니다. 예를 들어 "7 / 7"이나 "3 / 5"입니다. 눈금은 없습니다. 색이나 퍼센트를 더해도 됩니다.

    Args:
        images: 수의 배열, 형태 (이미지 수, 행, 열), 이미지는 25장 이상.
        labels: 0부터 9까지의 정수 배열, 형태 (이미지 수,): 정답 레이블.
        predictions: 실수 배열, 형태 (이미지 수, 10): 이미지마다 각 숫자의 확률.

    Returns:
        Matplotlib Figure. 화면에 표시하지 않고 반환합니다.

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

# %% [markdown] original="6ff1d59e"
# 25장이 모두 맞았을지도 모릅니다. 97.5%를 맞히는 신경망이라면 두 번에 한 번쯤은 그렇습니다. 틀린 답에서 더 많이
# 배울 수 있습니다. 정답 숫자의 확률이 가장 낮았던 테스트 이미지 25장을 봅시다.

# %% hardest_images_demo
truth_probabilities = test_probabilities[np.arange(len(test_labels)), test_labels]
hardest = np.argsort(truth_probabilities)[:25]
plot_predictions(test_images[hardest], test_labels[hardest], test_probabilities[hardest])
plt.show()

# %% [markdown] original="d80aa007"
# 몇 장은 사람이 읽기에도 어렵습니다. 사람에게는 쉬운데 신경망에는 어려운 것도 있습니다. 신경망은 이미지를 한 줄로
# 폈기 때문에 어떤 픽셀끼리 이웃인지 모릅니다.

# %% [markdown] original="0aa9bd3b"
# ## 더 해 볼 것
#
# 이제 숫자를 읽는 신경망이 있고, 정말로 읽는지 시험하는 방법도 압니다. 한 번에 **하나만** 바꾸고, 테스트 세트의
# 손실과 정확도를 적은 다음, 원래대로 되돌리세요.
#
# - **크기.** 유닛을 128개 대신 10개, 32개, 512개로 해 보세요. 얼마나 작아지면 뚜렷하게 나빠질까요?
# - **드롭아웃**(dropout). 은닉층(hidden layer) 뒤에 `keras.layers.Dropout(0.2)`를 넣으면 학습하는 동안에만 유닛의
#   5분의 1을 무작위로 끕니다. 훈련 세트와 테스트 세트의 차이가 줄어들까요?
# - **학습률**(learning rate). `keras.optimizers.Adam(learning_rate=…)`에 0.01, 0.1, 0.00001을 넣어 보세요. 세 가지
#   손실 곡선을 그리세요.
# - **제때 멈추기.** `fit`에 `validation_split=0.1`을 주면 훈련 이미지의 10분의 1을 검증(validation)에 남겨 둡니다.
#   두 손실을 모두 그리세요. 몇 번째 에포크 뒤에 두 번째 손실이 올라갈까요?
# - **일부러 망가뜨리기.** 정규화나 relu, 은닉층을 빼고 곡선을 보세요. 나중에 실수로 그런 일이 생겼을 때 알아볼 수
#   있습니다.
# - **혼동 행렬**(confusion matrix). 정답 숫자마다 신경망이 각 숫자로 몇 번 답했는지 세어 보세요. 어떤 두 숫자를 가장
#   자주 혼동할까요?
# - **숫자 대신 옷.** `datasets.load("fashion_mnist")`는 형태가 똑같습니다. 이 신경망으로는 87% 정도를 기대할 수
#   있습니다.
# - **이웃.** 합성곱(convolution, `keras.layers.Conv2D`)을 다룬 글을 찾아 읽어 보세요. 합성곱 신경망은 어떤 픽셀이 서로 붙어
#   있는지를 이용합니다. 작은 것으로도 MNIST에서 98.5%를 넘깁니다.
# - **직접 쓴 손글씨.** 숫자를 써서 사진을 찍고, 다른 이미지처럼 28×28 크기, 검은 바탕에 흰 글씨로, 가운데에 오도록
#   만드세요. 신경망이 잘못 읽는다면 그 이미지가 훈련 세트와 무엇이 다른지 찾아보세요.
