# %% [markdown] original="8d10a8b6"
# # Fashion-MNIST: 공정한 실험
#
# MNIST 페이지에서는 정해진 신경망을 만들었습니다. 이번에는 신경망을 직접 설계하고, 그것이 **더 좋은지** 알아봅니다.
# 생각보다 어려운 일입니다. 운이 좋아서, 더 오래 학습해서, 또는 평가에 쓸 이미지로 골랐기 때문에 더 좋아 보일 수도
# 있기 때문입니다.
#
# 이미지는 숫자 대신 옷입니다. 열 종류이고, 형식은 숫자 이미지와 같습니다. 이쪽이 더 어렵습니다. 셔츠와 코트는 1과
# 7보다 훨씬 더 비슷하게 생겼습니다.
#
# 네 단계로 진행합니다. **살펴보고**(1–2), **공정한 실험을 만들고**(3–6), **학습 과정을 보면서** 가장 좋은 에포크를
# 찾은 다음(7–8), **무엇이 잘못되는지 알아봅니다**(9–12). 마지막으로 신경망이 어떤 두 종류를 가장 많이 혼동하는지
# 자신의 말로 설명합니다. 설명은 사람이 읽습니다.
#
# 페이지는 MNIST 페이지와 똑같이 사용합니다. `check("…")`는 무엇이 맞았는지 알려 주고, `hint("…")`는 한 단계씩
# 도와줍니다. 함수 안에서는 전달받은 것만 사용하세요. 다른 이미지로도 검사하기 때문입니다.

# %% [markdown] original="e7399f19"
# ## 도구
#
# MNIST 페이지와 같습니다. NumPy, Matplotlib, Keras를 사용합니다.

# %% setup
import keras
import matplotlib.pyplot as plt
import numpy as np

from autograder import check, datasets, hint

# %% [markdown] original="98ae318a"
# ## 데이터
#
# Fashion-MNIST는 옷 열 종류의 훈련 이미지 60,000장과 테스트 이미지 10,000장이고, 이미지는 모두 28행 28열입니다. 옷을
# 파는 회사인 Zalando가 상품 사진으로 만들었습니다. 레이블(label)은 0부터 9까지의 정수이고, 종류의 이름은
# `CLASS_NAMES`에 번호 순서대로 들어 있습니다.
#
# 이미지가 없고 인터넷에도 연결되어 있지 않으면 이 키트가 옷을 직접 그려서 사용합니다. 형식은 같지만 개수가 적기
# 때문에(6,000장과 1,000장), 이 페이지에 적힌 값과는 다른 값이 나옵니다.

# %% data
(images, labels), (test_images, test_labels) = datasets.load("fashion_mnist")

CLASS_NAMES = [
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
]

### VARIANT 이름의 위치가 곧 번호입니다 is {first._rule_ko}
### VARIANT 각 값은 class_names에서의 위치입니다 is {first._each_ko}
### VARIANT 클래스 0 is 클래스 {first.number}
### VARIANT [2, 0, 2] is [{first._two}, {first.number}, {first._two}]
### VARIANT in labels] is in {first._labels}]
# %% [markdown] original="e173f95e"
# ## 1. 번호에서 이름으로
#
# 레이블에는 6이라고 되어 있지만, 사람은 "Shirt"라고 읽고 싶습니다. 이 페이지의 그림과 표에는 대부분 이름이 필요하니
# 이름부터 시작합니다. 이름의 리스트만 있으면 됩니다. 이름의 위치가 곧 번호입니다. 다만 레이블 배열에는 번호가 많이
# 들어 있고, 그 하나하나에 이름이 필요합니다.

# %% name_labels original="0c329b4e"
def name_labels(labels, class_names):
    """레이블마다 이름을 붙입니다.

    Args:
        labels: 정수 배열, 형태 (이미지 수,). 각 값은 class_names에서의 위치입니다.
        class_names: str의 리스트, 클래스 0의 이름이 첫 번째.

    Returns:
        레이블마다 이름 하나, 같은 순서로: str의 리스트, 튜플 또는 배열.

    Example:
        >>> list(name_labels(np.array([2, 0, 2], np.uint8), ["sun", "rain", "snow"]))
        ['snow', 'sun', 'snow']
    """
    ### BEGIN SOLUTION
    return [class_names[label] for label in labels]
    ### END SOLUTION
### END VARIANT

# %% name_labels_check
check("name_labels")

### VARIANT labels[:10] is {first._shown}
# %% name_labels_demo original="0cdd7d8b"
print("처음 열 개:", ", ".join(name_labels(labels[:10], CLASS_NAMES)))
print("클래스마다 이미지 수:", np.bincount(labels, minlength=len(CLASS_NAMES)))
### END VARIANT

# %% [markdown] original="f100ca0b"
# 종류마다 이미지의 수가 같습니다. 그러니 맞힌 답의 비율은 공정한 점수이고, 언제나 같은 답을 하는 프로그램은 10%를
# 맞힙니다.

# %% [markdown] original="ce38c726"
# ## 2. 종류마다 예를 살펴보기
#
# 무언가를 만들기 전에, 이 과제가 *사람에게는* 얼마나 어려운지 알아보세요. MNIST 페이지에서는 처음 25장을 순서대로
# 그렸습니다. Fashion-MNIST에서 그렇게 하면 티셔츠는 다섯 장이 나오고 셔츠는 한 장만 나옵니다. 종류마다 행을 하나씩
# 두는 편이 낫습니다. 그러면 같은 종류의 이미지가 얼마나 다른지, 두 종류의 이미지가 얼마나 비슷한지 보입니다.

# %% plot_examples original="f9cd9823"
def plot_examples(images, labels, class_names):
    """클래스마다 한 행씩, 예를 그립니다.

    검사 내용: labels에 나오는 클래스마다 행이 하나씩, class_names의 순서로 있습니다. 한 행에는 그 클래스의 처음 다섯
    이미지가 순서대로 왼쪽에서 오른쪽으로 있고, 다섯 장보다 적으면 모두 있습니다. 이미지는 똑바로 서 있습니다. 클래스의
    이름이 그 행의 옆이나 위, 아래에 보입니다. 눈금은 없습니다. 나오지 않는 클래스는 행도 이름도 없습니다.

    Args:
        images: 수의 배열, 형태 (이미지 수, 행, 열).
        labels: 정수 배열, 형태 (이미지 수,). 각 값은 class_names에서의 위치입니다.
        class_names: str의 리스트, 클래스 0의 이름이 첫 번째.

    Returns:
        Matplotlib Figure. 화면에 표시하지 않고 반환합니다.

    Example:
        >>> figure = plot_examples(np.zeros((3, 28, 28)), np.array([1, 0, 1]), ["sun", "rain"])
        >>> type(figure).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    present = np.unique(labels)
    figure, axes = plt.subplots(len(present), 5, figsize=(6, 1.1 * len(present)), squeeze=False, layout="constrained")
    for row, label in zip(axes, present, strict=True):
        for ax in row:
            ax.axis("off")
        for ax, image in zip(row, images[labels == label][:5], strict=False):
            ax.axis("on")
            ax.imshow(image, cmap="gray")
            ax.set(xticks=[], yticks=[])
        row[0].set_ylabel(class_names[label], rotation="horizontal", ha="right", va="center")
    return figure
    ### END SOLUTION

# %% plot_examples_check
check("plot_examples")

# %% plot_examples_demo
plot_examples(images, labels, CLASS_NAMES)
plt.show()

# %% [markdown] original="a4ef336e"
# 이름을 손으로 가려 보세요. 셔츠를 티셔츠, 풀오버, 코트와 구별할 수 있나요? 이 네 종류에는 윤곽이 거의 같은 이미지가
# 많습니다. 서로 다른 것은 단추, 지퍼, 소매의 길이처럼 작은 부분입니다. 페이지의 끝에서 다시 나오니 기억해 두세요.

# %% [markdown] original="60b52eee"
# ## 3. 결정에 쓸 이미지를 남겨 두기
#
# 이제 여러 가지를 결정하게 됩니다. 층을 몇 개로 할지, 에포크를 몇 번으로 할지, 두 신경망 가운데 어느 것을 고를지
# 정해야 합니다. **훈련** 이미지로 결정하면 가장 많이 외운 신경망이 이깁니다. **테스트** 이미지로 결정하면 더는 시험이
# 아닙니다. 우연히 그 이미지에 맞는 신경망을 고르게 되고, 점수는 새로운 이미지에서보다 좋게 나옵니다.
#
# 그래서 훈련 이미지를 한 번 더 나눕니다. 대부분은 학습에 그대로 쓰고, 일부는 결정에 쓰도록 **검증**(validation)
# 세트로 남겨 둡니다. 모든 결정이 끝날 때까지 테스트 이미지는 쓰지 않습니다.
#
# 검증 이미지는 **무작위로** 뽑으세요. 데이터는 정렬되어 있는 경우가 많습니다. 정렬된 옷의 마지막 6분의 1은 가방과
# 부츠뿐일 것입니다. 그리고 **시드**(seed)를 정해서 뽑으세요. 같은 시드이면 같은 부분이 나오므로, 두 신경망을 같은
# 이미지로 비교할 수 있습니다. `np.random.default_rng(seed)`는 오직 시드에만 좌우되는 난수 생성기를 만듭니다.

# %% split_validation original="71af09f2"
def split_validation(images, labels, share, seed):
    """이미지를 훈련 부분과 검증 부분으로 무작위로 나눕니다.

    Args:
        images: 수의 배열, 형태 (이미지 수, 행, 열). 바뀌지 않습니다.
        labels: 정수 배열, 형태 (이미지 수,). 바뀌지 않습니다.
        share: 검증 부분에 들어갈 이미지의 비율, 0과 1 사이의 실수.
        seed: 정수. 같은 시드이면 같은 부분이, 다른 시드이면 다른 부분이 나옵니다.

    Returns:
        (train_images, train_labels), (validation_images, validation_labels): 네 배열. 이미지는 모두 두 부분 가운데 꼭 한
        곳에, 자기 레이블과 함께 들어 있습니다. 검증 부분에는 이미지 n장 가운데 round(share * n)장이 있습니다.

    Example:
        >>> images, labels = np.arange(40).reshape(10, 2, 2), np.arange(10)
        >>> (train_images, train_labels), (validation_images, validation_labels) = split_validation(images, labels, 0.3, seed=1)
        >>> train_images.shape, validation_labels.shape
        ((7, 2, 2), (3,))
    """
    ### BEGIN SOLUTION
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[training], labels[training]), (images[validation], labels[validation])
    ### END SOLUTION

# %% split_validation_check
check("split_validation")

# %% [markdown] original="987febca"
# 이제 진짜 이미지를 나눕니다. 60,000의 6분의 1은 10,000입니다. 신경망은 작은 값에서 더 잘 학습하므로, MNIST
# 페이지에서처럼 먼저 모든 이미지를 0..1로 정규화합니다.

# %% split_validation_demo original="d2cf69f5"
training, validation = split_validation(images / np.float32(255), labels, 1 / 6, seed=1)
test = test_images / np.float32(255), test_labels
for part_name, (part_images, part_labels) in [("training", training), ("validation", validation), ("test", test)]:
    print(f"{part_name:10} {part_images.shape}, 클래스마다 이미지 수: {np.bincount(part_labels)}")

# %% [markdown] original="de54198b"
# 앞의 두 부분에서는 종류마다 이미지의 수가 똑같지 않습니다. 무작위로 뽑았기 때문입니다. 그래도 이미지가 많아서 차이는
# 작습니다.

# %% [markdown] original="5830b969"
# ## 4. 비교할 대상
#
# "87%가 맞았다"는 말만으로는 아무것도 알 수 없습니다. 좋은 것일까요? **기준 모델**(baseline), 곧 잘 아는 단순한
# 신경망이 필요합니다. MNIST 페이지의 신경망을 쓰세요. 나중에 무엇을 설계하든 이 신경망보다는 나아야 합니다.
#
# | 층 | 하는 일 |
# |---|---|
# | `Input((28, 28))` | 이미지 한 장의 형태를 정합니다 |
# | `Flatten()` | 28×28을 한 줄로 늘어선 값 784개로 폅니다 |
# | relu를 쓰는 `Dense(128)` | 은닉층(hidden layer) |
# | softmax를 쓰는 `Dense(10)` | 종류마다 확률 하나 |
#
# 옵티마이저(optimizer)는 adam, 손실(loss)은 `sparse_categorical_crossentropy`, 지표(metric)는 `accuracy`로
# 컴파일하세요.

# %% build_baseline original="3737f484"
def build_baseline():
    """다른 신경망과 비교할 단순한 신경망을 만들고 컴파일합니다.

    Returns:
        아직 학습하지 않은, 컴파일된 keras Model: Flatten, relu를 쓰는 유닛 128개의 Dense, softmax를 쓰는 유닛 10개의
        Dense. 형태가 (n, 28, 28)이고 0.0..1.0으로 정규화한 이미지를 받아서 이미지마다 확률 열 개를 냅니다. 옵티마이저는
        adam, 손실은 희소 범주형 교차 엔트로피(sparse categorical cross-entropy), 지표는 정확도.

    Example:
        >>> tuple(build_baseline()(np.zeros((2, 28, 28), np.float32)).shape)
        (2, 10)
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

# %% build_baseline_check
check("build_baseline")

# %% [markdown] original="beeb7693"
# ## 5. 직접 설계한 신경망
#
# 기준 모델의 문제는 무엇일까요? `Flatten`이 이미지를 긴 한 줄로 만들기 때문에 신경망은 어떤 픽셀끼리 이웃인지
# 모릅니다. 가운데에 있는 단추와 한 픽셀 오른쪽에 있는 단추는 신경망에게 서로 다른 것이어서, 둘을 따로 학습해야 합니다.
#
# **합성곱**(convolution)은 이미지의 작은 조각, 예를 들어 3×3 픽셀을 어디에서나 *같은* 가중치로 봅니다. 한 곳에서 배운
# 것을 다른 모든 곳에서 찾아냅니다. **풀링**(pooling)은 가장 큰 값만 남기면서 이미지를 작게 만듭니다. 이미지를 다루는
# 신경망은 보통 이 둘을 번갈아 몇 번 쓴 다음에야 한 줄로 폅니다. 다음 층들이 쓸모 있습니다.
#
# - `Reshape((28, 28, 1))`: 합성곱에는 세 번째 축인 채널(channel)이 필요합니다. 회색 이미지는 채널이 하나입니다.
# - `Conv2D(16, 3, activation="relu")`: 3×3 필터 열여섯 개. 필터마다 새 이미지, 곧 채널이 하나씩 나옵니다.
# - `MaxPooling2D()`: 행과 열의 수를 절반으로 줄입니다.
# - `Dropout(0.3)`: 학습하는 동안에만 값의 30%를 무작위로 꺼서, 신경망이 몇 개의 값에 의존하지 못하게 합니다.
#
# 설계는 자유입니다. 다만 비교가 공정하도록 두 가지 규칙을 지킵니다. 가중치가 수백만 개인 신경망은 크기만으로 이길 수
# 있으므로 **매개변수(parameter)는 최대 300,000개**입니다. 그리고 두 신경망을 완전히 똑같은 방법으로 학습시킵니다.
#
# 검사에서는 키트가 그린 옷 6,000장으로 신경망을 짧게, 열 번 학습시킵니다. 합성곱 두 번과 풀링이라면 몇 초가 걸립니다.
# 코어 하나로 1분이 넘게 걸릴 신경망이면 학습시키지 않고 그렇다고 알려 줍니다.

# %% build_model original="a4212213"
def build_model():
    """기준 모델보다 좋은, 직접 설계한 신경망을 만들고 컴파일합니다.

    검사 내용: 매개변수가 최대 300,000개이고, 그린 옷으로 똑같이 짧게 학습한 뒤에 기준 모델보다 뚜렷하게 많이
    알아봅니다. 이 학습은 코어 하나로 최대 1분이 걸립니다.

    Returns:
        아직 학습하지 않은, 컴파일된 keras Model. 형태가 (n, 28, 28) 또는 (n, 28, 28, 1)이고 0.0..1.0으로 정규화한
        이미지를 받아서 이미지마다 확률 열 개(또는 그에 맞는 손실과 함께 로짓(logit) 열 개)를 냅니다. 학습할 때의
        레이블은 정수 하나입니다. 지표는 정확도입니다.

    Example:
        >>> tuple(build_model()(np.zeros((2, 28, 28), np.float32)).shape)
        (2, 10)
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Reshape((28, 28, 1)),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(32, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
    ### END SOLUTION

# %% build_model_check
check("build_model")

# %% build_model_demo original="bbbae832"
for network_name, build in [("baseline", build_baseline), ("your own", build_model)]:
    network = build()
    network(np.zeros((1, 28, 28), np.float32))  # Input이 없는 신경망은 이미지를 한 번 본 뒤에야 매개변수가 생깁니다
    print(f"{network_name}: 매개변수 {network.count_params():,}개")
network.summary()

# %% [markdown] original="b3989d10"
# 요약에서 이미지 한 장의 형태를 층마다 따라가 보고, 어느 층에 매개변수가 가장 많은지 보세요. 채널 하나를 받는
# `Conv2D(16, 3)`은 어디에서나 같은 가중치를 쓰기 때문에 매개변수가 160개뿐입니다.

# %% [markdown] original="1c53eba3"
# ## 6. 학습시키고, 제때 멈추기
#
# 에포크(epoch)는 몇 번이 알맞을까요? 너무 적으면 신경망이 충분히 학습하지 못합니다. 너무 많으면 훈련 이미지를
# 외웁니다. 훈련 손실은 계속 내려가지만 **검증 손실**은 다시 올라갑니다.
#
# 그러니 횟수를 미리 정하지 마세요. 에포크가 끝날 때마다 검증 손실을 보고, 몇 에포크 동안 낮아지지 않으면 멈추세요. 몇
# 에포크를 기다릴지를 **인내 횟수**(patience)라고 합니다. 인내 횟수가 2일 때의 예를 봅시다. 검증 손실이 0.40, 0.35,
# 0.36, 0.37입니다. 지금까지는 에포크 2가 가장 좋고, 에포크 3과 4는 더 좋지 않으므로 에포크 4 뒤에 학습을 멈춥니다.
#
# 그런데 지금 신경망에는 에포크 4의 가중치가 들어 있습니다. **가장 좋은** 에포크의 가중치로 되돌려야 합니다. Keras에
# 이미 마련되어 있습니다. `keras.callbacks.EarlyStopping`과 그 매개변수를 살펴보세요. 가중치에 대한 기본값은
# 무엇일까요?

# %% train original="d0b1f01e"
def train(model, training, validation, epochs, patience):
    """검증 손실이 더 내려가지 않을 때까지 모델을 학습시키고, 가장 좋은 에포크의 가중치를 남깁니다.

    Args:
        model: 컴파일된 keras Model. 그 옵티마이저와 손실 그대로 학습시킵니다.
        training: 학습에 쓸 쌍 (images, labels). images는 실수 배열, 형태 (n, 28, 28), 0.0..1.0으로 정규화한 값;
            labels는 정수 배열, 형태 (n,).
        validation: 형식이 같은 쌍 (images, labels), 평가에만 씁니다. 모델은 이것으로 학습하지 않습니다.
        epochs: 에포크의 최대 수, 정수.
        patience: 검증 손실이 이만큼의 에포크 동안 낮아지지 않으면 학습을 멈춥니다. 1 이상의 정수.

    Returns:
        keras History, 또는 속성 history에 그런 딕셔너리를 가진 직접 만든 객체. 딕셔너리에는 "loss", "accuracy",
        "val_loss", "val_accuracy"가 있고, 에포크마다 값이 하나씩 있습니다.
        모든 에포크를 다 썼을 때에도, 모델에는 검증 손실이 가장 낮은 에포크의 가중치가 들어 있습니다.

    Example:
        >>> images, labels = np.zeros((8, 28, 28), np.float32), np.zeros(8, int)
        >>> history = train(build_baseline(), (images, labels), (images, labels), epochs=2, patience=1)
        >>> sorted(history.history)
        ['accuracy', 'loss', 'val_accuracy', 'val_loss']
    """
    ### BEGIN SOLUTION
    train_images, train_labels = training
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(
        train_images, train_labels, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=2
    )
    ### END SOLUTION

# %% train_check
check("train")

# %% [markdown] original="7ed88964"
# 이제 실험입니다. 두 신경망에 같은 이미지, 같은 중단 규칙, 같은 시드를 씁니다. 코어 두 개로 Fashion-MNIST를 학습시키면
# 기준 모델은 1분쯤, 합성곱이 두 번 있는 신경망은 2분에서 4분쯤 걸립니다. (너무 오래 걸린다면 *두* 신경망 모두에
# 이미지를 더 적게 쓰세요.)

# %% train_demo
keras.utils.set_random_seed(1)
baseline = build_baseline()
baseline_history = train(baseline, training, validation, epochs=20, patience=2)

# %% train_own_demo
keras.utils.set_random_seed(1)
model = build_model()
history = train(model, training, validation, epochs=20, patience=2)

# %% [markdown] original="7d6ee934"
# ## 7. 어느 에포크가 가장 좋았을까요?
#
# 각 신경망은 어느 에포크에서 가장 좋았을까요? History에는 에포크마다 값이 하나씩 있는 리스트들이 들어 있습니다. 첫 번째
# 값은 에포크 1의 것이지만 리스트에서의 위치는 0입니다. 하나 차이로 틀리기 쉽습니다. 함정이 하나 더 있습니다. 학습이
# 잘못되면 손실이 `nan`("수가 아님")이 됩니다. `0.4 < nan`은 False이고 `nan < 0.4`도 False입니다. 그래서 가장 작은
# 값을 찾는 방법 가운데 여럿이 틀리게 됩니다.

# %% best_epoch original="101abe97"
def best_epoch(history):
    """검증 손실이 가장 낮은 에포크를 찾습니다.

    Args:
        history: 리스트의 딕셔너리. keras History의 속성 history와 같습니다: "loss", "val_loss" 등에 에포크마다 값이
            하나씩 있습니다. NaN이 있을 수 있지만, 모두 NaN인 것은 아닙니다.

    Returns:
        "val_loss"가 가장 낮은 에포크의 번호, 1부터 센 int. 똑같이 낮은 것이 여럿이면 첫 번째 것. 손실이 NaN인
        에포크는 가장 좋은 에포크가 될 수 없습니다.

    Example:
        >>> int(best_epoch({"loss": [0.9, 0.5, 0.3], "val_loss": [0.8, 0.6, 0.7]}))
        2
    """
    ### BEGIN SOLUTION
    return int(np.nanargmin(history["val_loss"])) + 1
    ### END SOLUTION

# %% best_epoch_check
check("best_epoch")

# %% best_epoch_demo original="93e57653"
for network_name, one_history in [("baseline", baseline_history.history), ("your own", history.history)]:
    best = int(best_epoch(one_history))
    print(f"{network_name}: 가장 좋은 에포크 {best} / {len(one_history['val_loss'])}, val_loss {one_history['val_loss'][best - 1]:.4f}")

# %% [markdown] original="e5388e62"
# ## 8. 학습 과정을 그림으로 보기
#
# 에포크가 열 번이면 값이 마흔 개입니다. 선 네 개를 그리면 알고 싶은 것이 한눈에 보입니다. 검증 손실이 어디에서 가장
# 낮은지, 훈련 손실과 얼마나 떨어져 있는지입니다. 손실과 정확도(accuracy)는 값의 뜻이 다르므로 두 Axes에 나누어
# 그리세요. 첫 번째 에포크의 번호는 1이니 `plot`에 에포크의 번호를 넘기세요. 넘기지 않으면 0에서 시작합니다.

# %% plot_history original="0a586666"
def plot_history(history):
    """학습의 손실과 정확도를 에포크에 따라 그리고, 가장 좋은 에포크를 표시합니다.

    검사 내용: 한 Axes에 훈련 손실과 검증 손실이 있고, 그 옆이나 아래의 다른 Axes에 두 정확도가 있습니다. x축의
    에포크는 1에서 시작합니다. 범례가 어느 선이 훈련이고 어느 선이 검증인지 알려 줍니다. 두 Axes의 선이 똑같이
    생겼으면 Figure 전체에 범례 하나로 충분합니다. 두 Axes 모두에서 세로선이 검증 손실이 가장 낮은 에포크를 표시합니다.

    Args:
        history: "loss", "accuracy", "val_loss", "val_accuracy"에 에포크마다 값이 하나씩 있는 리스트의 딕셔너리.

    Returns:
        Matplotlib Figure. 화면에 표시하지 않고 반환합니다.

    Example:
        >>> two = {"loss": [0.9, 0.5], "accuracy": [0.6, 0.8], "val_loss": [0.8, 0.7], "val_accuracy": [0.7, 0.7]}
        >>> type(plot_history(two)).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    epochs = range(1, len(history["val_loss"]) + 1)
    best = int(np.nanargmin(history["val_loss"])) + 1
    figure, axes = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    for ax, score in zip(axes, ["loss", "accuracy"], strict=True):
        ax.plot(epochs, history[score], marker="o", label="training")
        ax.plot(epochs, history[f"val_{score}"], marker="o", label="validation")
        ax.axvline(best, color="gray", linestyle="--", label="best epoch")
        ax.set(xlabel="epoch", ylabel=score)
        ax.legend()
    return figure
    ### END SOLUTION

# %% plot_history_check
check("plot_history")

# %% plot_history_demo
plot_history(baseline_history.history)
plot_history(history.history)
plt.show()

# %% [markdown] original="d96a0508"
# 두 손실의 차이와 세로선 뒤의 에포크들을 보세요. 거기서 훈련 손실은 계속 내려가지만 검증 손실은 그렇지 않습니다. 이것이
# 과적합(overfitting)이고, 이제 언제 시작되는지 보입니다.
#
# 처음 몇 에포크에서는 신경망이 검증 이미지에서 더 잘하는 것처럼 보이나요? 그렇게 보일 뿐입니다. 훈련 쪽 값은 첫
# 스텝(step)부터 에포크 전체의 평균이고, 검증 쪽 값은 신경망이 더 많이 학습한 뒤인 에포크의 끝에서 잽니다.

# %% [markdown] original="5a71d7fa"
# 모든 결정이 끝났습니다. 층도, 에포크의 수도, 가중치도 정해졌습니다. 이제 테스트 이미지로 딱 한 번 평가합니다.

# %% test_scores original="693f5275"
for network_name, network in [("baseline", baseline), ("your own", model)]:
    test_loss, test_accuracy = network.evaluate(*test, verbose=0)
    print(f"{network_name}: 테스트 손실 {test_loss:.3f}, 테스트 정확도 {test_accuracy:.3f}")

# %% [markdown] original="c11a2b5f"
# Fashion-MNIST에서 기준 모델은 테스트 이미지의 약 87%를 맞힙니다. 서로 다른 시드 다섯 개로 해 보면 86.7%에서
# 88.1%까지입니다. 그러니 1점 더 좋은 신경망은 그저 운이 좋았을 수도 있습니다. 합성곱 두 번과 풀링 두 번이면 거의 90%에
# 이르고, 이것은 운만으로 되는 일이 아닙니다. (MNIST 페이지에서는 같은 기준 모델이 숫자의 97.5%를 읽습니다. 옷이 더
# 어렵습니다.)
#
# 점수가 검증 이미지에서보다 조금 낮을 수도 있습니다. 가장 좋은 에포크를 검증 이미지로 골랐다는 것이 한 가지 이유일 수
# 있습니다. 그래서 시험에는 다른 이미지가 필요합니다.

# %% [markdown] original="24314dfc"
# ## 9. 무엇을 무엇으로 잘못 볼까요?
#
# 정확도는 신경망이 얼마나 자주 맞히는지 알려 줍니다. 어떻게 틀리는지는 알려 주지 않습니다. 그러니 정답 클래스와 예측한
# 클래스의 쌍을 하나하나 세어 표로 만드세요. 이것이 **혼동 행렬**(confusion matrix)입니다. 행은 정답 클래스, 열은
# 예측한 클래스입니다. 대각선에 있는 것이 맞힌 답이고, 그 밖의 칸은 모두 틀린 답입니다.

# %% confusion_matrix original="a91b6b6c"
def confusion_matrix(labels, predictions, classes):
    """정답 클래스마다 각 예측이 몇 번 나왔는지 셉니다.

    Args:
        labels: 정수 배열, 형태 (이미지 수,): 정답 클래스.
        predictions: 정수 배열, 형태 (이미지 수,): 예측한 클래스.
        classes: 클래스의 수, int. labels나 predictions에 나오지 않는 클래스가 있을 수 있습니다.

    Returns:
        정수 배열, 형태 (classes, classes). t행 p열의 값은 클래스 t의 이미지 가운데 몇 장을 p로 예측했는지입니다.

    Example:
        >>> confusion_matrix(np.array([0, 1, 1]), np.array([0, 1, 0]), 2).tolist()
        [[1, 0], [1, 1]]
    """
    ### BEGIN SOLUTION
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions, strict=True):
        matrix[true, predicted] += 1
    return matrix
    ### END SOLUTION

# %% confusion_matrix_check
check("confusion_matrix")

# %% confusion_matrix_demo
test_predictions = np.argmax(model.predict(test[0], verbose=0), axis=1)
matrix = confusion_matrix(test_labels, test_predictions, len(CLASS_NAMES))
print(matrix)

# %% [markdown] original="84dbf7c1"
# ## 10. 혼동 행렬을 그림으로 보기
#
# 값 백 개를 읽기는 어렵습니다. 색으로 나타내면 큰 값이 어디에 있는지 한눈에 보이고, 가장자리의 이름을 보면 무슨 뜻인지
# 알 수 있습니다. `imshow`는 0번 행이 맨 위에 오도록 행렬을 그리고, `text(column, row, …)`는 칸에 텍스트를 적습니다.
# x를 먼저 넘기는데, x는 *열*입니다.

# %% plot_confusion_matrix original="7dfa96ac"
def plot_confusion_matrix(matrix, class_names):
    """혼동 행렬을 그리고, 칸마다 값을, 눈금에 이름을 적습니다.

    검사 내용: 행렬이 이미지로 그려져 있고, 정답 클래스는 위에서 아래로, 예측한 클래스는 왼쪽에서 오른쪽으로 있습니다.
    칸마다 값이 바탕에서 읽을 수 있는 색으로 적혀 있습니다(0은 빼도 됩니다). 두 축의 눈금에 이름이 있고, 축의 이름이
    어느 쪽이 정답이고 어느 쪽이 예측인지 알려 줍니다.

    Args:
        matrix: confusion_matrix가 반환하는 것과 같은 정수 배열, 형태 (classes, classes).
        class_names: str의 리스트, 클래스 0의 이름이 첫 번째.

    Returns:
        Matplotlib Figure. 화면에 표시하지 않고 반환합니다.

    Example:
        >>> type(plot_confusion_matrix(np.array([[5, 1], [2, 7]]), ["sun", "rain"])).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    figure, ax = plt.subplots(figsize=(7, 6.5), layout="constrained")
    ax.imshow(matrix, cmap="Blues")
    for row, numbers in enumerate(matrix):
        for column, number in enumerate(numbers):
            color = "white" if number > matrix.max() / 2 else "black"
            ax.text(column, row, str(number), ha="center", va="center", color=color, fontsize=8)
    places = range(len(class_names))
    ax.set_xticks(places, class_names, rotation=45, ha="right")
    ax.set_yticks(places, class_names)
    ax.set(xlabel="predicted class", ylabel="true class")
    return figure
    ### END SOLUTION

# %% plot_confusion_matrix_check
check("plot_confusion_matrix")

# %% plot_confusion_matrix_demo
plot_confusion_matrix(matrix, CLASS_NAMES)
plt.show()

# %% [markdown] original="de3c91ef"
# ## 11. 종류마다 얼마나 잘 알아볼까요?
#
# 한 클래스의 **재현율**(recall)은 그 클래스의 이미지 가운데 신경망이 알아본 것의 비율입니다. 대각선에 있는 값을 그
# *행*의 합으로 나눕니다. *열*의 합으로 나누면 다른 질문에 대한 답이 됩니다. "셔츠"라는 답이 얼마나 자주 맞는지를
# 나타냅니다(이것을 *정밀도*(precision)라고 합니다). 이미지가 하나도 없는 클래스는 얼마나 잘 알아보는지 말할 수 없습니다.
# 그때 재현율은 0이 아니라 `nan`입니다.

# %% class_recall original="fa3c0267"
def class_recall(matrix):
    """클래스마다 알아본 이미지의 비율을 반환합니다.

    Args:
        matrix: 정수 배열, 형태 (classes, classes): 행은 정답 클래스, 열은 예측한 클래스.

    Returns:
        실수 배열, 형태 (classes,), 0부터 1까지의 값. 이미지가 없는 클래스는 NaN.

    Example:
        >>> [float(share) for share in class_recall(np.array([[3, 1], [2, 2]]))]
        [0.75, 0.5]
    """
    ### BEGIN SOLUTION
    totals = matrix.sum(axis=1)
    recall = np.full(len(matrix), np.nan)
    recall[totals > 0] = matrix.diagonal()[totals > 0] / totals[totals > 0]
    return recall
    ### END SOLUTION

# %% class_recall_check
check("class_recall")

# %% class_recall_demo
for class_name, recall in sorted(zip(CLASS_NAMES, class_recall(matrix), strict=True), key=lambda pair: pair[1]):
    print(f"{class_name:12} {recall:.1%}")

# %% [markdown] original="92274b86"
# 정확도만으로는 이런 차이가 보이지 않습니다. Fashion-MNIST에서 전체 이미지의 거의 90%를 맞히는 신경망은 바지의 98%를
# 알아보지만, 가장 어려운 종류는 약 70%만 알아봅니다.

# %% [markdown] original="13e28a2f"
# ## 12. 가장 잦은 혼동
#
# 신경망을 개선한다면 어디에서 시작하겠습니까? 가장 자주 틀리는 곳, 곧 대각선 *밖에서* 가장 큰 값입니다. 대각선에는 맞힌
# 답이 있고 그 값이 보통 훨씬 크므로, 찾을 때 빼야 합니다.

# %% most_confused original="185dfb25"
def most_confused(matrix):
    """가장 잦은 혼동을 찾습니다.

    Args:
        matrix: 정수 배열, 형태 (classes, classes): 행은 정답 클래스, 열은 예측한 클래스. 대각선 밖에 0보다 큰 값이
            하나 이상 있습니다. 바뀌지 않습니다.

    Returns:
        (true, predicted): 대각선 밖에서 가장 큰 값의 클래스 번호(행과 열), 정수 두 개. 똑같이 큰 값이 여럿이면 첫 번째
        것: 위의 행부터 차례로, 각 행은 왼쪽에서 오른쪽으로.

    Example:
        >>> true, predicted = most_confused(np.array([[9, 1, 0], [0, 8, 2], [1, 0, 9]]))
        >>> int(true), int(predicted)
        (1, 2)
    """
    ### BEGIN SOLUTION
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    return int(true), int(predicted)
    ### END SOLUTION

# %% most_confused_check
check("most_confused")

# %% most_confused_demo original="0ee619b8"
true, predicted = most_confused(matrix)
print(f"{CLASS_NAMES[true]} → {CLASS_NAMES[predicted]}: {matrix[true, predicted]}번")
mixed_up = np.flatnonzero((test_labels == true) & (test_predictions == predicted))
plot_examples(
    np.concatenate([test_images[mixed_up[:5]], test_images[test_labels == predicted][:5]]),
    np.repeat([0, 1], [len(mixed_up[:5]), 5]),
    [f"{CLASS_NAMES[true]}, taken for\n{CLASS_NAMES[predicted]}", CLASS_NAMES[predicted]],
)
plt.show()

# %% [markdown] original="64f5fe6a"
# ## 설명하기
#
# 틀린 답을 세었습니다. 왜 그렇게 되는지는 직접 설명해야 합니다. 신경망이 가장 많이 혼동하는 두 종류는 무엇이고,
# 이미지의 어떤 점 때문에 그럴까요? 위의 그림을 보고 세 문장에서 여섯 문장으로 쓰세요. 글은 사람이 읽습니다.

# %% EXPLANATION
EXPLANATION = """
### BEGIN SOLUTION
이 신경망은 셔츠와 티셔츠를 가장 많이 혼동한다. 테스트 세트의 셔츠 1,000장 가운데 137장을 티셔츠로, 티셔츠 1,000장
가운데 89장을 셔츠로 보았다. 둘 다 몸통에 소매가 두 개 달린 같은 윤곽이다. 위 그림의 셔츠 다섯 장에는 긴 소매가 하나도
없어서 소매는 도움이 되지 않는다. 남는 것은 단추와 깃뿐이다. 28행 28열에서는 너비가 한두 픽셀이고, 다섯 장 가운데 세
장에서는 내 눈으로도 보이지 않는다.
### END SOLUTION
"""

# %% [markdown] original="2e25b27b"
# ## 더 해 볼 것
#
# 한 번에 **하나만** 바꾸고, 검증 이미지로 결정하세요. 테스트 이미지의 점수는 이미 보았으니 다음 결정에는 더는 시험이
# 아닙니다. 실패한 것까지 포함해서 *모든* 시도의 결과를 적으세요.
#
# - **운.** 다른 시드 다섯 개로 신경망을 학습시켜 보세요. 점수가 얼마나 달라지나요? 두 신경망의 차이가 이보다 크지
#   않다면 그 차이로는 아무것도 말할 수 없습니다.
# - **드롭아웃(dropout)과 배치 정규화(BatchNormalization).** 훈련과 검증의 차이가 줄어들까요?
# - **같은 이미지로 더 많은 이미지 만들기.** `keras.layers.RandomFlip("horizontal")`은 학습하는 동안 이미지를 좌우로
#   뒤집습니다. 뒤집어도 여전히 맞는 종류는 무엇일까요? 숫자에도 이렇게 하겠습니까?
# - **더 적은 매개변수.** 신경망이 얼마나 작아도 기준 모델을 이길 수 있을까요?
# - **검증 이미지까지 학습에 쓰기.** 가장 좋았던 에포크 수만큼, 이미지 60,000장 모두로 한 번 더 학습시켜 보세요. 그럴
#   만한 가치가 있을까요? 그것을 어떻게 알 수 있을까요?
