# %% [markdown] original="0b75cc1a"
# # 은행은 누구에게 전화해야 할까요?
#
# 어느 은행이 전화로 저축 상품을 판매합니다. 대부분은 거절("no")하고, 가입("yes")으로 끝나는 전화는
# 11.5%뿐입니다. 전화에는 비용이 들기 때문에, 은행은 누가 가입할 것 같은지 전화하기 **전에** 알고 싶어 합니다.
# 고객마다 가입할 확률을 답하는 신경망을 만들고, 그 확률을 보고 누구에게 전화할지 결정합니다.
#
# 이미지와 다른 점이 세 가지 있습니다. 이 페이지에서는 그 세 가지를 다룹니다.
#
# - 데이터가 **표**(table)입니다. 범위가 서로 다른 수와 문자열이 있고, 알 수 없는 값도 있습니다.
# - 가입은 **드뭅니다**. 언제나 "거절"이라고 답하는 프로그램은 88.5%를 맞히지만, 아무것도 팔지 못합니다.
# - 이런 데이터를 다룰 때는 **스스로 속기** 쉽습니다. 도중에 함정이 세 개 있습니다. 정답을 알고 있는 열,
#   전처리에 새어 들어가는 테스트 행, 그리고 쓸모없는 프로그램에도 높게 나오는 점수입니다.
#
# 네 단계로 진행합니다. 표를 **살펴보고**(1–4), **전처리하고**(5–8), **학습시킨** 다음(9–10),
# **결정합니다**(11–13). 마지막에는 은행에 보내는 제안을 씁니다. 이 글은 사람이 읽습니다.
#
# 이 페이지는 MNIST 페이지와 같은 방식으로 사용합니다. `check("…")`는 무엇이 맞았는지 알려 주고, `hint("…")`는
# 한 단계씩 도와줍니다. 함수 안에서는 전달받은 것만 사용하세요. 다른 표로도 검사하기 때문입니다.

# %% [markdown] original="7caecb89"
# ## 도구
#
# pandas는 표를 저장합니다. `DataFrame`은 표이고, 그 표의 열(column) 하나는 `Series`입니다. 필요한 메서드는 몇
# 개뿐이고, 어디를 찾아보면 되는지 연습마다 알려 줍니다. 나머지 NumPy, Matplotlib, Keras는 이미 알고 있는
# 것입니다.

# %% setup
import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from autograder import check, datasets, figure_text, hint

# %% [markdown] original="0dbad161"
# ## 데이터
#
# 포르투갈의 한 은행이 2008년부터 2010년까지 건 전화의 기록입니다. 4,521개의 행(row)은 각각 고객 한 명입니다.
# 열 16개에는 은행이 아는 것이 있고, 마지막 열 `y`에는 그 고객이 가입했는지가 있습니다. 이 파일은 S. Moro, P.
# Cortez, P. Rita가 만든 "Bank Marketing" 데이터셋의 작은 판으로, UCI 저장소에서 가져온 것입니다(라이선스 CC
# BY 4.0).
#
# 파일이 없고 인터넷에도 연결되어 있지 않으면 이 키트가 형식이 같은 표를 직접 만듭니다. 그 고객들은 지어낸
# 것이기 때문에, 이 페이지에 적힌 값과는 다른 값이 나옵니다.

# %% data
path = datasets.file("bank_marketing")

# %% [markdown] original="b08dcf2d"
# ## 1. 표 읽기
#
# 파일을 읽기 전에 먼저 들여다보세요. 텍스트 파일에 표를 적는 방법은 여러 가지입니다. 열과 열 사이에는 어떤
# 문자가 있을까요? 첫 줄에 열의 이름이 있을까요?

# %% first_lines
print(*path.read_text(encoding="utf-8").splitlines()[:3], sep="\n")

# %% [markdown] original="99c6a891"
# "CSV"는 쉼표로 구분한 값이라는 뜻이지만, 여기서는 다른 문자로 구분되어 있습니다. 이 파일을 보통 하던 대로
# 읽어도 오류는 나지 않습니다. 그 대신 열이 하나뿐인 표가 나옵니다. 그래서 읽은 다음에는 형태(shape)부터
# 확인해야 합니다.

# %% read_table original="d0584718"
def read_table(path):
    """열이 세미콜론으로 구분된 파일에서 표를 읽습니다.

    Args:
        path: 파일이 있는 곳, 문자열 또는 pathlib.Path. 파일의 첫 줄에는 열의 이름이 있습니다. 문자열은 큰따옴표 안에
            있고, 따옴표 안에 세미콜론이 있을 수도 있습니다.

    Returns:
        DataFrame: 파일의 열마다 열 하나, 첫 줄을 뺀 줄마다 행 하나, 순서는 파일과 같습니다. 수는 수이고, 문자열은
        문자열입니다. 빠지는 것도, 더해지는 열도 없습니다.

    Example:
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder) / "two.csv"
        ...     _ = path.write_text('"age";"job"\\n30;"services"\\n41;"student"\\n')
        ...     table = read_table(path)
        >>> table.shape, int(table["age"].sum())
        ((2, 2), 71)
    """
    ### BEGIN SOLUTION
    return pd.read_csv(path, sep=";")
    ### END SOLUTION

# %% read_table_check
check("read_table")

# %% read_table_demo
table = read_table(path)
print(table.shape)
print(table.dtypes)
print(table.head(3).T)

# %% [markdown] original="f88edba8"
# 몇몇 열은 설명이 필요합니다. `default`는 대출을 갚지 못한 적이 있는지, `balance`는 계좌의 평균 잔액(유로),
# `day`와 `month`는 마지막으로 전화한 날짜, `duration`은 그 통화의 길이(초), `campaign`은 이번 캠페인에서
# 전화한 횟수입니다. `pdays`는 지난 캠페인 이후로 지난 날수이고(-1은 전에 전화한 적이 없다는 뜻), `previous`는
# 이번 캠페인 전에 전화한 횟수, `poutcome`은 지난 캠페인의 결과입니다.

# %% [markdown] original="dd68e287"
# ## 2. 은행이 모르는 것은 무엇일까요?
#
# 실제 표에는 결측값(missing value)이 있습니다. pandas는 빈 칸을 `isna()`로 찾는데, 여기서는 하나도 찾지
# 못합니다. 그렇다면 은행은 모든 고객의 모든 것을 알고 있을까요? 아닙니다. 이 파일에서 결측값은
# `unknown`이라는 문자열이고, pandas에게는 보통 문자열과 다르지 않습니다. 파일은 이것을 알려 주지 않으므로
# 값을 직접 들여다보아야 합니다.
#
# 왜 중요할까요? 대부분의 고객에서 값을 알 수 없는 열에는 그 고객들에 관한 정보가 거의 없습니다. 그리고
# 결측값을 무엇으로 채울지는 사람이 내리는 결정입니다. 여기서는 채우지 않습니다. "unknown"도 다른 값과 같은
# 하나의 값으로 둡니다. 값이 없다는 사실 자체가 정보일 수 있기 때문입니다(연습 3에서 정말 그렇다는
# 것을 보게 됩니다).

# %% unknown_share original="c9a19da6"
def unknown_share(table):
    """각 열에서 문자열 "unknown"이 들어 있는 행의 비율을 반환합니다.

    Args:
        table: 수로 된 열과 문자열로 된 열이 있는 DataFrame, 인덱스는 정해져 있지 않습니다. 바뀌지 않습니다.

    Returns:
        각 열의 이름으로 0부터 1까지의 실수를 찾을 수 있는 매핑. 예를 들어 딕셔너리나 Series. "unknown"이 없는 열은
        0입니다. 수로 된 열도 그렇습니다.

    Example:
        >>> small = pd.DataFrame({"age": [30, 41, 52, 63], "job": ["unknown", "services", "student", "unknown"]})
        >>> float(unknown_share(small)["job"])
        0.5
    """
    ### BEGIN SOLUTION
    return (table == "unknown").mean()
    ### END SOLUTION

# %% unknown_share_check
check("unknown_share")

# %% unknown_share_demo original="af95ab66"
for unknown_column, share_unknown in dict(unknown_share(table)).items():
    if share_unknown > 0:
        print(f"{unknown_column:10} {share_unknown:6.1%}")
print(f"pdays가 -1 {(table['pdays'] == -1).mean():6.1%}")

# %% [markdown] original="e403dc6f"
# 마지막 줄은 다른 종류의 결측값입니다. 지난 캠페인에 없었던 고객은 `pdays`가 -1인데, 모두 82.0%입니다. 그리고
# 바로 그 82.0%의 고객은 `poutcome`도 알 수 없습니다. 수도 "없음"을 뜻할 수 있습니다.

# %% [markdown] original="29e19ea9"
# ## 3. 누가 가입할까요?
#
# 전체 가입률, 곧 가입한 고객의 비율은 11.5%입니다. 열마다 이렇게 물어봅니다. 값에 따라 가입률이 다를까요?
# 어떤 직업에서나 11.5%라면, 직업만으로는 아무것도 알 수 없습니다.
#
# 방법은 언제나 같습니다. 값이 같은 행끼리 **그룹**(group)으로 묶고, 그룹마다 가입률을 계산합니다. 가입률은
# 평균입니다. 가입을 1, 거절을 0으로 놓고 구한 평균입니다. 표의 크기가 아니라 *그룹*의 크기로 나누세요.

# %% yes_rate_by original="253725b3"
def yes_rate_by(table, column):
    """한 열의 값마다 그 값을 가진 행의 가입률을 반환합니다.

    Args:
        table: "yes"나 "no"가 들어 있는 열 "y"가 있는 DataFrame, "yes"가 적어도 하나 있고, 인덱스는 정해져 있지
            않습니다. 바뀌지 않습니다.
        column: 표에 있는 다른 열의 이름. 수로 된 열일 수도, 문자열로 된 열일 수도 있습니다.

    Returns:
        열에 나오는 값마다 0부터 1까지의 실수를 찾을 수 있는 매핑. 예를 들어 딕셔너리나 Series. 가입한 고객이 없는
        값의 가입률은 0입니다.

    Example:
        >>> small = pd.DataFrame({"loan": ["no", "yes", "no", "no"], "y": ["yes", "no", "no", "no"]})
        >>> round(float(yes_rate_by(small, "loan")["no"]), 3)
        0.333
    """
    ### BEGIN SOLUTION
    return (table["y"] == "yes").groupby(table[column]).mean()
    ### END SOLUTION

# %% yes_rate_by_check
check("yes_rate_by")

# %% yes_rate_by_demo original="b8031ce4"
print(f"모든 고객: {(table['y'] == 'yes').mean():.1%}")
for shown_column in ["contact", "poutcome"]:
    print(shown_column)
    for value, rate in dict(yes_rate_by(table, shown_column)).items():
        print(f"    {value:10} {rate:.1%}, 고객 {np.count_nonzero(table[shown_column] == value):5,}명")

# %% [markdown] original="efabd94b"
# 지난 캠페인에서 가입한 고객에게 전화하면 64%가 다시 가입합니다. 그리고 전화의 종류를 알 수 없는 고객은
# 4.6%만 가입합니다. 다른 고객의 3분의 1입니다. 모른다는 것도 정보입니다.

# %% [markdown] original="2d6e6c54"
# ## 4. 가입률을 그림으로 보기
#
# 막대는 수보다 비교하기 쉽습니다. 다만 보는 사람을 두 가지로 도와야 합니다. 먼저 막대를 **정렬하세요**.
# 그러면 순서가 "누구에게 먼저?"라는 질문에 답합니다. 그리고 **전체 가입률**을 선으로 그리세요. 그러면
# 막대마다 전체보다 높은지 낮은지 바로 보입니다. 정렬에는 위험이 하나 있습니다. 이름과 높이는 *함께* 정렬해야
# 합니다.

# %% plot_yes_rate original="27cbbe30"
def plot_yes_rate(table, column):
    """한 열의 값마다 가입률을 막대로, 가장 높은 것부터 가장 낮은 것까지 그립니다.

    검사 내용: 나오는 값마다 막대가 하나 있습니다. 높이는 그 값을 가진 행의 가입률입니다. 막대는 가장 높은 것부터
    정렬되어 있고, 막대마다 값의 이름이 있습니다. 가로선은 표 전체의 가입률을 나타냅니다. (가로 막대와 세로선도
    맞습니다. 이때 가장 긴 막대는 맨 위나 맨 아래에 있습니다.)

    Args:
        table: "yes"나 "no"가 들어 있는 열 "y"가 있는 DataFrame, 인덱스는 정해져 있지 않습니다. 바뀌지 않습니다.
        column: 표에 있는 다른 열의 이름. 수로 된 열일 수도, 문자열로 된 열일 수도 있습니다.

    Returns:
        Matplotlib Figure. 화면에 표시하지 않고 반환합니다.

    Example:
        >>> small = pd.DataFrame({"loan": ["no", "yes", "no", "no"], "y": ["yes", "no", "no", "no"]})
        >>> figure = plot_yes_rate(small, "loan")
        >>> type(figure).__name__
        'Figure'
    """
    ### BEGIN SOLUTION
    rates = yes_rate_by(table, column).sort_values(ascending=False)
    figure, ax = plt.subplots(figsize=(8, 4), layout="constrained")
    ax.bar([str(value) for value in rates.index], rates)
    ax.axhline((table["y"] == "yes").mean(), color="black", linestyle="--", label="all customers")
    ax.tick_params(axis="x", rotation=45)
    ax.set(xlabel=column, ylabel="share of yes")
    ax.legend()
    return figure
    ### END SOLUTION

# %% plot_yes_rate_check
check("plot_yes_rate")

# %% plot_yes_rate_demo
plot_yes_rate(table, "job")
plot_yes_rate(table, "month")
plt.show()

# %% [markdown] original="f469af7c"
# 은퇴한 사람과 학생은 평균의 두 배쯤 자주 가입합니다. 달에는 더 많은 정보가 있는 것처럼 보입니다. 10월에는
# 46%, 5월에는 6.7%입니다. 둘 다 조심해서 보세요. 막대는 그 안에 행이 몇 개 있는지 보여 주지 않습니다. 10월의
# 전화는 80번, 12월은 20번인데, 5월은 1,398번입니다. 그리고 10월이라서 사람들이 가입하는지, 은행이 10월에 다른
# 사람들에게 전화했는지는 표에 나오지 않습니다.

# %% [markdown] original="c1e1ba9d"
# ## 5. 신경망이 알아도 되는 것은 무엇일까요?
#
# 신경망은 전화하기 **전에** 예측해야 합니다. 그러니 신경망이 쓰는 열은 모두 전화하기 전에 알 수 있는 것이어야
# 합니다. 열을 하나씩 이렇게 따져 보면, 통과하지 못하는 열이 하나 있습니다. 통화의 길이를 초로 나타낸
# `duration`입니다.

# %% duration_demo
print(table.groupby("y")["duration"].describe()[["count", "mean", "50%"]].round())

# %% [markdown] original="c1853465"
# 가입으로 끝난 통화는 평균 553초, 나머지는 226초 걸립니다. 가입하는 고객은 절차를 밟느라 전화를 끊지 않기
# 때문입니다. `duration`은 이 표에서 혼자서 가장 잘 맞히는 열이지만, 아무 쓸모가 없습니다. 전화할 고객을
# 고르는 사람은 이 값을 가지고 있지 않습니다. 이런 열을 **누출**(leak)이라고 합니다. 정답이나 정답의 일부가
# 특성(feature)으로 새어 들어가는 것입니다. 누출이 있는 프로그램은 어떤 시험에서나 점수가 훌륭하지만, 실제로
# 일하는 첫날에 실패합니다. 어떤 점수도 이것을 경고하지 않습니다. "이 값은 언제 알게 될까?"라는 질문만이 알려
# 줍니다.
#
# 그래서 `y`와 `duration`을 뺀 모든 열이 특성입니다. 타깃(target)은 수입니다. 손실을 계산하는 데 쓰기 때문에,
# 가입은 1, 거절은 0으로 나타냅니다.

# %% features_and_target original="6d3674fd"
def features_and_target(table):
    """표를 신경망이 알아도 되는 것과 예측해야 하는 것으로 나눕니다.

    Args:
        table: 열 "y"("yes" 또는 "no")와 열 "duration"이 다른 열과 함께 있는 DataFrame, 열의 순서와 인덱스는 정해져
            있지 않습니다. 바뀌지 않습니다.

    Returns:
        (특성, 타깃): 특성은 표에서 "y"와 "duration"을 뺀 모든 열이 있는 DataFrame. 타깃은 행마다 수 하나, 행과 같은
        순서: "yes"는 1, "no"는 0 (Series 또는 배열).

    Example:
        >>> small = pd.DataFrame({"age": [30, 41], "duration": [79, 620], "y": ["no", "yes"]})
        >>> features, target = features_and_target(small)
        >>> list(features.columns), [int(number) for number in target]
        (['age'], [0, 1])
    """
    ### BEGIN SOLUTION
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").astype(int)
    ### END SOLUTION

# %% features_and_target_check
check("features_and_target")

# %% features_and_target_demo original="5f8e88ff"
features, target = features_and_target(table)
print(features.shape, "특성; 가입", int(np.sum(target)), "/ 전체", len(target), "명")

# %% [markdown] original="6251b7b9"
# ## 6. 시험에 쓸 행 남겨 두기
#
# MNIST에는 테스트 세트가 따로 있었습니다. 여기서는 직접 만듭니다. 행의 일부를 따로 떼어 두고, 그 행에서는
# 아무것도 배우지 않습니다. 잘못될 수 있는 것이 세 가지 있습니다.
#
# - **순서.** 많은 파일이 날짜 같은 것으로 정렬되어 있습니다. 마지막 행들을 떼어 내면, 시험에는 수업에 나온
#   고객과는 다른 고객이 나옵니다. 그러니 행을 무작위로 뽑으세요.
# - **드문 답.** 무작위로 뽑은 904행 가운데 가입은 80개일 수도, 130개일 수도 있고(천 번 뽑아 보면 둘 다
#   나옵니다), 모든 점수가 그 개수에 따라 달라집니다. 그러니 *각 클래스에서* 같은 비율로 뽑으세요. 이것을
#   **층화**(stratified) 분할이라고 합니다.
# - **행과 타깃.** 행은 자기 답과 함께 있어야 합니다. 행의 *위치*를 한 번만 뽑고, 양쪽에 모두 쓰세요.
#
# 자신만의 난수 생성기 `np.random.default_rng(seed)`로 뽑으세요. 그러면 시드가 같을 때 언제나 똑같이 나뉘므로,
# 두 신경망을 같은 시험으로 비교할 수 있습니다.

# %% split original="49a862cf"
def split(features, target, share, seed):
    """행을 무작위로 훈련 부분과 테스트 부분으로 나눕니다. 1의 비율은 두 부분에서 같습니다.

    Args:
        features: DataFrame, 고객마다 행 하나, 인덱스는 정해져 있지 않습니다. 바뀌지 않습니다.
        target: 0과 1로 된 Series 또는 배열, 행마다 하나, 행과 같은 순서. 바뀌지 않습니다.
        share: 테스트 부분에 들어갈 행의 비율, 0과 1 사이의 실수.
        seed: 정수. 시드가 같으면 똑같이 나뉘고, 시드가 다르면 다르게 나뉩니다.

    Returns:
        (train_features, train_target), (test_features, test_target). 모든 행은 두 부분 가운데 정확히 한 곳에, 자기
        타깃과 함께 있습니다. 테스트 부분에는 0인 행과 1인 행이 각각 `share`의 비율만큼 있고, 한 행까지는 차이가 나도
        됩니다.

    Example:
        >>> features, target = pd.DataFrame({"age": range(20, 40)}), np.array([0] * 15 + [1] * 5)
        >>> (train_features, train_target), (test_features, test_target) = split(features, target, 0.2, seed=1)
        >>> len(train_features), len(test_features), int(test_target.sum())
        (16, 4, 1)
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])
    ### END SOLUTION

# %% split_check
check("split")

# %% [markdown] original="01be965d"
# 두 번 나눕니다. 먼저 행의 5분의 1을 시험에 쓰려고 떼어 두고, 나머지의 4분의 1을 **검증**(validation)에
# 씁니다. 연습 13의 임곗값처럼 무언가를 고를 때 쓰는 행입니다. 고른 것은 고르는 데 쓴 행에 실제보다 조금 더 잘
# 맞습니다. 그래서 시험은 다른 행으로 보아야 합니다.

# %% split_demo original="010e4b65"
rest, (test_features, test_target) = split(features, target, 0.2, seed=1)
(train_features, train_target), (validation_features, validation_target) = split(*rest, 0.25, seed=1)
for part_name, part in [("training", train_target), ("validation", validation_target), ("test", test_target)]:
    print(f"{part_name:11} {len(part):5,}행, 가입률 {np.mean(part):.2%}")

# %% [markdown] original="892440f8"
# ## 7. 전처리하는 방법 배우기
#
# 신경망에는 크기가 1 정도인 수가 필요합니다. 그런데 잔액은 71,188까지, 나이는 87까지 올라가고, 직업은
# 문자열입니다. 그래서 이렇게 합니다.
#
# - **수**는 *표준화*(standardize)합니다. 그 열의 평균을 빼고 표준편차로 나눕니다.
# - **문자열**은 범주(category)마다 열 하나가 됩니다. 그 범주에 속하는 행은 1, 나머지는 0입니다(*원-핫
#   인코딩*, one-hot). 왜 직업에 1부터 12까지 번호를 매기지 않을까요? 그러면 신경망에는 "student"가 "admin."의
#   세 배로 보이는데, 이것은 아무 의미가 없습니다.
#
# 평균과 표준편차, 범주의 목록은 데이터에서 배우는 것입니다. 여기에 두 번째 함정이 있습니다. 이것들은 **훈련
# 행에서만** 나와야 합니다. 모든 행으로 계산하면 테스트 행이 전처리를 도운 셈이고, 시험에 나오는 행은 더는
# 완전히 새로운 행이 아닙니다. 테스트 행에 쓸 값을 테스트 행으로 계산하면, 같은 고객이 수업과 시험에서 서로
# 다른 수가 됩니다.
#
# 그래서 함수가 두 개입니다. 이 함수는 훈련 행에서 **배우고**, 배운 것을 어떤 형식으로든 반환합니다. 다음
# 함수는 어떤 행에든 그것을 **사용합니다**. (scikit-learn에서는 `fit`과 `transform`이라고 합니다.)
#
# 훈련 행에서 값이 모두 같은 열도 생각하세요. 그 열의 표준편차는 0이고, 나중에 그 값으로 나누게 됩니다.

# %% fit_preparation original="94938ffc"
def fit_preparation(train_features):
    """prepare에 필요한 모든 것을 훈련 행에서 배웁니다.

    prepare와 함께 검사합니다. 이 함수가 반환한 것을 prepare에 넘겨줍니다.

    Args:
        train_features: 수로 된 열과 문자열로 된 열이 있는 DataFrame, 열의 순서와 인덱스는 정해져 있지 않습니다.
            바뀌지 않습니다.

    Returns:
        직접 작성한 prepare에 필요한 것이면 무엇이든: 수로 된 열의 평균과 표준편차, 문자열로 된 열의 범주. 예를 들어
        딕셔너리나 직접 작성한 클래스의 객체.

    Example:
        >>> small = pd.DataFrame({"age": [30, 40, 50], "job": ["services", "student", "services"]})
        >>> preparation = fit_preparation(small)
        >>> preparation is None
        False
    """
    ### BEGIN SOLUTION
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
    ### END SOLUTION

# %% fit_preparation_check
check("fit_preparation")

# %% [markdown] original="5f58cad8"
# ## 8. 전처리하기
#
# 이제 배운 것을 사용합니다. **어떤 행이 들어와도** 결과의 열은 같은 것이, 같은 순서로 있어야 합니다.
# 신경망에게 17번 열은 모든 고객에서 "management"입니다. `pd.get_dummies`는 *주어진 행에* 나오는 범주마다 열을
# 만듭니다. 고객이 열 명이면 천 명일 때보다 열이 적습니다. 그러니 범주는 배워 둔 전처리 정보에서 가져오세요.
#
# 그리고 언젠가는 어떤 훈련 행에도 없던 직업을 가진 고객이 옵니다. 신경망에는 그 직업의 열이 없으므로, 직업의
# 열이 모두 0이 됩니다. "아는 직업 가운데 어느 것도 아님"이라는 뜻입니다.

# %% prepare original="3dc91425"
def prepare(features, preparation):
    """훈련 행에서 배운 방법대로 행을 신경망에 넣을 수로 바꿉니다.

    Args:
        features: 훈련 특성과 같은 열이 있는 DataFrame, 열의 순서와 인덱스는 정해져 있지 않습니다. 행이 하나뿐일 수도
            있습니다. 바뀌지 않습니다.
        preparation: 훈련 특성으로 호출한 fit_preparation이 반환한 것. 바뀌지 않습니다.

    Returns:
        실수 배열, 형태 (행, 열), 언제나 같은 열이 같은 순서로 있습니다. 수로 된 열은 각각 훈련 행의 평균을 빼고
        표준편차로 나눈 값. 훈련 행에서 문자열로 된 열의 범주마다, 1(그 범주에 속하는 행)과 0으로 된 열 하나. 훈련
        행에 없는 범주이면 그 열이 모두 0입니다. 훈련 행에서 값이 하나뿐인 열이 있어도 NaN은 없습니다.

    Example:
        >>> small = pd.DataFrame({"age": [30, 40, 50], "job": ["services", "student", "services"]})
        >>> prepared = np.asarray(prepare(small, fit_preparation(small)))
        >>> prepared.shape, abs(round(float(prepared.sum()), 6))
        ((3, 3), 3.0)
    """
    ### BEGIN SOLUTION
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])
    ### END SOLUTION

# %% prepare_check
check("prepare")

# %% prepare_demo original="2d354508"
preparation = fit_preparation(train_features)
train_inputs = prepare(train_features, preparation)
validation_inputs = prepare(validation_features, preparation)
test_inputs = prepare(test_features, preparation)
print("훈련", train_inputs.shape, "검증", validation_inputs.shape, "테스트", test_inputs.shape)
print("가장 큰 값:", float(np.asarray(train_inputs).max().round(1)))

# %% [markdown] original="0abd1f60"
# 열 15개가 50개가 되었습니다. 수가 6개, 범주가 44개입니다. 가장 큰 값은 평균보다 표준편차의 22배쯤 큽니다.
# 몇몇 고객이 아주 부유하기 때문입니다. 여기서는 몇 명뿐이지만, 더 많다면 로그를 쓰는 것이 도움이 됩니다.

# %% [markdown] original="6576eb2a"
# ## 9. 드문 답에 가중치 주기
#
# 손실은 모든 행에 대한 평균이고, 그 88.5%는 거절입니다. 손실을 가장 손쉽게 줄이는 방법은 모두의 확률을 낮게
# 예측하는 것입니다. `fit`에는 각 클래스를 얼마나 무겁게 셀지 알려 줄 수 있습니다. `class_weight`를 쓰면 가입을
# 틀렸을 때의 손실에 더 큰 수를 곱합니다.
#
# 두 클래스의 무게를 각각 **모두 더하면** 서로 같아지도록 가중치(weight)를 고르세요. 가중치는 그 클래스가
# 나오는 횟수에 반비례합니다. 그리고 모든 행의 가중치를 더하면 행의 수가 되도록 고르세요. 그러면 손실의 크기가
# 그대로이고, 학습할 때 나아가는 스텝의 크기도 그대로입니다.

# %% class_weights original="988c5e65"
def class_weights(target):
    """각 클래스의 가중치를 반환합니다. 두 클래스의 가중치를 각각 모두 더하면 서로 같습니다.

    Args:
        target: 0과 1로 된 Series 또는 배열. 둘 다 나옵니다.

    Returns:
        매핑 {0: 0의 가중치, 1: 1의 가중치}. 가중치는 그 클래스가 나오는 횟수에 반비례하고, 모든 행의 가중치를 더하면
        행의 수가 됩니다.

    Example:
        >>> weights = class_weights(np.array([0, 0, 0, 1]))
        >>> round(float(weights[0]), 3), float(weights[1])
        (0.667, 2.0)
    """
    ### BEGIN SOLUTION
    counts = np.bincount(np.asarray(target), minlength=2)
    return {label: len(target) / (2 * count) for label, count in enumerate(counts.tolist())}
    ### END SOLUTION

# %% class_weights_check
check("class_weights")

# %% class_weights_demo
print({label: round(float(weight), 3) for label, weight in dict(class_weights(train_target)).items()})

# %% [markdown] original="7b0810be"
# 가입 하나의 무게가 거절 거의 여덟 개와 같습니다. 가중치를 준다고 아는 것이 늘지는 않습니다. 고객의 *순서*는
# 거의 바뀌지 않습니다. 바뀌는 것은 확률이 놓이는 자리입니다. 11.5% 근처가 아니라 2분의 1 근처에 놓입니다.
# 그러면 그 확률은 더는 실제로 기대할 수 있는 가입률이 아닙니다. 사람이 그 값을 가능성으로 읽는다면 중요한
# 차이입니다.

# %% [markdown] original="b3d8084f"
# ## 10. 신경망 만들기
#
# 가능한 답이 두 가지이므로 수는 **하나**면 충분합니다. 가입할 확률입니다. 거절할 확률은 그 나머지입니다.
# **시그모이드**(sigmoid)를 쓰는 유닛(unit) 하나면 됩니다. 시그모이드는 어떤 수든 0과 1 사이의 수로 바꿉니다.
#
# 숫자 열 개를 읽을 때처럼 softmax를 쓰지 않는 까닭은 무엇일까요? softmax는 각 수를 모든 수의 합으로 나눕니다.
# 유닛이 하나면 자기 자신으로 나누게 되어, 어떤 고객이든 답이 언제나 1입니다. 오류 메시지 없이 학습이
# 진행되지만, 아무것도 배우지 못합니다.
#
# 알맞은 손실은 **이진 교차 엔트로피**(binary cross-entropy)입니다. 가입이면 확률의 로그에 마이너스를 붙인
# 것이고, 거절이면 1에서 확률을 뺀 나머지의 로그에 마이너스를 붙인 것입니다.
#
# 지표는 무엇을 쓸까요? 정확도는 아닙니다. 언제나 거절이라고 답하는 신경망도 정확도가 88.5%입니다. `AUC`,
# `Precision`, `Recall` 가운데 하나 이상을 쓰세요. 다음 두 연습에서 설명합니다.

# %% sigmoid_and_softmax_by_hand original="427b9aef"
one_score = np.array([2.0])
print("2의 시그모이드:", (1 / (1 + np.exp(-one_score))).round(3))
print("2의 softmax:", np.exp(one_score) / np.exp(one_score).sum())

# %% build_model original="a7f2522c"
def build_model(columns):
    """가입할 확률을 내는 신경망을 만들고 컴파일합니다. 학습은 시키지 않습니다.

    `columns`개의 수를 받는 입력, 하나 이상의 은닉층, 그리고 출력 하나: 시그모이드를 쓰는 유닛이 내는 확률. 손실은
    이진 교차 엔트로피, 옵티마이저는 신경망이 배울 수 있는 것, 지표는 드문 클래스를 보는 것(AUC, 정밀도, 재현율 가운데
    하나)으로 컴파일합니다. 유닛 16개의 은닉층 하나면 충분합니다.

    Args:
        columns: 고객마다 수가 몇 개인지 나타내는 정수.

    Returns:
        컴파일된 keras Model, 호출할 때마다 새 모델. 형태가 (행, columns)인 배열을 받아서 형태가 (행, 1)인 확률을
        냅니다.

    Example:
        >>> model = build_model(7)
        >>> model.predict(np.zeros((5, 7)), verbose=0).shape
        (5, 1)
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model
    ### END SOLUTION

# %% build_model_check
check("build_model")

# %% [markdown] original="89145aa3"
# 열 에포크(epoch) 동안 학습시킵니다. 훈련 행이 2,713개뿐이라서 몇 초면 끝납니다.

# %% build_model_demo
keras.utils.set_random_seed(1)
model = build_model(train_inputs.shape[1])
history = model.fit(
    train_inputs,
    np.asarray(train_target),
    epochs=10,
    class_weight=dict(class_weights(train_target)),
    validation_data=(validation_inputs, np.asarray(validation_target)),
    verbose=2,
)
validation_probabilities = model.predict(validation_inputs, verbose=0)
test_probabilities = model.predict(test_inputs, verbose=0)

# %% probabilities_figure
plt.figure(figsize=(8, 3.5), layout="constrained")
for answer, answer_name in [(0, "no"), (1, "yes")]:
    of_this_answer = np.ravel(test_probabilities)[np.asarray(test_target) == answer]
    plt.hist(
        of_this_answer,
        bins=20,
        range=(0, 1),
        density=True,
        alpha=0.6,
        label=figure_text(f"답이 {answer_name}인 고객", f"said {answer_name}"),
    )
plt.xlabel(figure_text("yes일 확률", "probability of yes"))
plt.ylabel(figure_text("밀도", "density"))
plt.legend()
plt.show()

# %% [markdown] original="d2c68360"
# 두 그룹은 많이 겹칩니다. 은행이 아는 것만으로는 누가 가입하는지 정확히 알 수 없습니다. 그래도 "yes"가 더
# 오른쪽에 있습니다. 이것을 어떻게 수로 나타낼까요?

# %% [markdown] original="27a7af42"
# ## 11. 질문 하나 대신 두 개
#
# 먼저 **임곗값**(threshold)을 고릅니다. 확률이 임곗값 이상인 고객에게 전화합니다. 그런 다음 두 가지를
# 묻습니다.
#
# - **정밀도**(precision): 전화한 고객 가운데 몇 명이 가입할까요?
# - **재현율**(recall): 가입할 고객 가운데 몇 명에게 전화할까요?
#
# 둘은 서로 반대 방향으로 움직입니다. 모두에게 전화하면 재현율은 1이고 정밀도는 11.5%입니다. 확률이 가장 높은
# 고객 한 명에게만 전화하면 정밀도는 1일 수 있지만, 나머지를 모두 놓칩니다. 언제나 "거절"이라고 답하는
# 프로그램은 정확도가 88.5%이고 재현율이 0입니다.
#
# 아무에게도 전화하지 않으면 정밀도는 0을 0으로 나눈 것이 됩니다. 이때는 0.0으로 하기로 약속합니다.

# %% precision_and_recall original="e1dd7821"
def precision_and_recall(target, probabilities, threshold):
    """임곗값 이상인 고객 모두에게 전화할 때, 그 전화가 얼마나 좋은지 잽니다.

    Args:
        target: 0과 1로 된 배열, 형태 (n,).
        probabilities: 실수 배열, 형태 (n,) 또는 model.predict가 반환하는 것과 같은 (n, 1).
        threshold: 확률이 이 값 이상인 고객에게 전화합니다, 실수.

    Returns:
        (정밀도, 재현율), 실수 두 개. 정밀도는 전화한 고객 가운데 가입한 고객의 비율, 재현율은 가입한 고객 가운데
        전화한 고객의 비율입니다. 아무에게도 전화하지 않거나 가입한 고객이 없으면 0.0입니다.

    Example:
        >>> target, probabilities = np.array([1, 0, 1, 0, 1]), np.array([0.75, 0.5, 0.25, 0.25, 0.5])
        >>> precision, recall = precision_and_recall(target, probabilities, 0.5)
        >>> round(float(precision), 3), round(float(recall), 3)
        (0.667, 0.667)
    """
    ### BEGIN SOLUTION
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.count_nonzero(called & yes)
    precision = right / np.count_nonzero(called) if called.any() else 0.0
    recall = right / np.count_nonzero(yes) if yes.any() else 0.0
    return precision, recall
    ### END SOLUTION

# %% precision_and_recall_check
check("precision_and_recall")

# %% precision_and_recall_demo original="c8c3df0a"
for threshold in [0.0, 0.3, 0.5, 0.7, 0.9, 1.1]:
    precision, recall = precision_and_recall(np.asarray(test_target), test_probabilities, threshold)
    called = np.ravel(test_probabilities) >= threshold
    accuracy = np.mean(called == (np.asarray(test_target) == 1))
    scores = f"precision {precision:6.1%}, recall {recall:6.1%}, accuracy {accuracy:.1%}"
    print(f"{threshold}부터: 전화 {called.sum():4}번, {scores}")

# %% [markdown] original="cdfc6a65"
# 마지막 줄을 보세요. 아무에게도 전화하지 않는 프로그램의 정확도가 88.5%입니다. 다른 줄은 이보다 높아도 차이가
# 0.1%를 넘지 않고, 가장 쓸모 있는 줄들은 훨씬 낮습니다. 정확도로 고르면 아무에게도 전화하지 않는 것을 고르게
# 됩니다.

# %% [markdown] original="677f00dc"
# ## 12. 순서를 나타내는 값 하나
#
# 정밀도와 재현율은 임곗값에 따라 달라집니다. 임곗값을 고르기 전에, **순서**가 얼마나 좋은지 알고 싶습니다.
# 가입하는 고객이 거절하는 고객보다 앞에 있을까요? 가입하는 고객 한 명과 거절하는 고객 한 명을 고릅니다.
# 가입하는 고객의 확률이 더 큰 경우가 얼마나 될까요? 모든 쌍에 대한 이 비율이 **AUC**입니다("area under the
# ROC curve"의 약자로, 넓이가 이 값인 곡선이 있지만 쌍으로 이해하는 편이 쉽습니다). 1은 완벽한 순서이고, 0.5는
# 아무렇게나 찍은 것과 같으며, 0.5보다 작으면 순서가 거꾸로입니다.
#
# 언제나 "거절"이라고 답하면 모두의 확률을 똑같이 예측하게 됩니다. 모든 쌍이 동점이고, 동점은 반 개로 세므로,
# AUC는 0.5입니다. 클래스가 드물어도 이 점수는 속지 않습니다.

# %% roc_auc original="3c69775e"
def roc_auc(target, probabilities):
    """가입하는 고객의 확률이 거절하는 고객의 확률보다 큰 경우의 비율을 반환합니다.

    Args:
        target: 0과 1로 된 배열, 형태 (n,). 둘 다 나옵니다.
        probabilities: 실수 배열, 형태 (n,) 또는 (n, 1).

    Returns:
        0부터 1까지의 실수: 가입(1)과 거절(0)의 모든 쌍 가운데 가입의 확률이 더 큰 쌍의 비율. 동점은 반 개로 셉니다.

    Example:
        >>> float(roc_auc(np.array([0, 1, 0, 1]), np.array([0.25, 0.5, 0.5, 0.75])))
        0.875
    """
    ### BEGIN SOLUTION
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    larger = (yes[:, None] > no).sum() + 0.5 * (yes[:, None] == no).sum()
    return float(larger / (len(yes) * len(no)))
    ### END SOLUTION

# %% roc_auc_check
check("roc_auc")

# %% roc_auc_demo original="4281d67a"
print(f"훈련 행:     {roc_auc(np.asarray(train_target), model.predict(train_inputs, verbose=0)):.3f}")
print(f"테스트 행:   {roc_auc(np.asarray(test_target), test_probabilities):.3f}")
print(f"언제나 거절: {roc_auc(np.asarray(test_target), np.zeros(len(test_target))):.3f}")

# %% [markdown] original="858df38e"
# 은행의 표에서는 훈련 행에서 0.77, 테스트 행에서 0.74 정도가 나옵니다. 아무렇게나 찍는 것보다는 훨씬 낫고,
# 완벽한 것과는 거리가 멉니다. 이제 누출이 어떤 일을 하는지 봅시다. 다음 셀은 특성에 `duration`을 넣고 같은
# 신경망을 다시 학습시킵니다.

# %% leak_demo original="5617e0ba"
leaky = features.assign(duration=table["duration"])
(leaky_train, leaky_train_target), (leaky_test, leaky_test_target) = split(leaky, target, 0.2, seed=1)
leaky_preparation = fit_preparation(leaky_train)
keras.utils.set_random_seed(1)
leaky_model = build_model(prepare(leaky_train, leaky_preparation).shape[1])
leaky_model.fit(prepare(leaky_train, leaky_preparation), np.asarray(leaky_train_target), epochs=10, verbose=0)
leaky_probabilities = leaky_model.predict(prepare(leaky_test, leaky_preparation), verbose=0)
print(f"테스트 행, duration 포함: {roc_auc(np.asarray(leaky_test_target), leaky_probabilities):.3f}")

# %% [markdown] original="2f20396d"
# 0.88로 훨씬 좋지만, 은행은 이것을 쓸 수 없습니다. 다음 고객에게는 아직 통화 시간이 없기 때문입니다.

# %% [markdown] original="7133a0e2"
# ## 13. 결정하기
#
# 임곗값 0.5는 습관이지 결정이 아닙니다. 결정하는 것은 전화 한 번에 드는 비용과 가입 하나에서 들어오는
# 수입입니다. 전화 한 번에 5유로가 들고 가입 하나에서 40유로가 들어온다고 합시다. 그러면 가입 하나를 얻으려고
# 여덟 명까지 전화할 수 있습니다. 적어도 여덟 명에 한 명이 가입하는 곳이라면 전화할 가치가 있습니다. 모든
# 고객을 놓고 보면 8.7명에 한 명이므로, 모두에게 전화하면 손해를 봅니다.
#
# 임곗값의 이익은 이렇게 계산합니다. 전화한 고객 가운데 가입하는 고객마다 `gain`을 더하고, 전화할 때마다
# `cost`를 뺍니다. 임곗값은 실제로 나오는 확률만 살펴보면 됩니다. 이웃한 두 확률 사이에서는 전화하는 고객이
# 바뀌지 않기 때문입니다. 어떤 임곗값에서도 이익이 나지 않을 수도 있습니다. 그때는 아무에게도 전화하지 않는
# 것이 정답입니다.

# %% best_threshold original="1cbfa13f"
def best_threshold(target, probabilities, cost, gain):
    """이익이 가장 큰 임곗값을 반환합니다.

    Args:
        target: 0과 1로 된 배열, 형태 (n,).
        probabilities: 실수 배열, 형태 (n,) 또는 (n, 1). 확률이 임곗값 이상인 고객에게 전화합니다.
        cost: 전화 한 번에 드는 비용, 정수.
        gain: 전화한 고객이 가입할 때마다 들어오는 수입(전화 비용은 따로 뺍니다), 정수.

    Returns:
        가장 좋은 임곗값, 실제로 나오는 확률 가운데 하나. 똑같이 좋은 것이 여러 개이면 그중 가장 높은 것. 아무에게도
        전화하지 않는 것이 가장 좋으면 모든 확률보다 큰 아무 수.

    Example:
        >>> float(best_threshold(np.array([1, 0, 1, 0]), np.array([0.75, 0.5, 0.25, 0.125]), cost=1, gain=3))
        0.25
    """
    ### BEGIN SOLUTION
    probabilities, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float(probabilities.max()) + 1, 0
    for threshold in sorted(set(probabilities.tolist()), reverse=True):
        called = probabilities >= threshold
        profit = gain * np.count_nonzero(called & yes) - cost * np.count_nonzero(called)
        if profit > most:
            best, most = threshold, profit
    return best
    ### END SOLUTION

# %% best_threshold_check
check("best_threshold")

# %% [markdown] original="473a1d3d"
# 임곗값은 검증 행으로 고르고, 그 이익은 테스트 행에서 확인하세요.

# %% best_threshold_demo original="31012ee3"
def profit_of(target, probabilities, threshold, cost=5, gain=40):
    called = np.ravel(probabilities) >= threshold
    return int(gain * np.sum(np.asarray(target)[called]) - cost * np.sum(called)), int(np.sum(called))


chosen = best_threshold(np.asarray(validation_target), validation_probabilities, cost=5, gain=40)
for plan, its_threshold in [("everybody", 0.0), ("from 0.5 on", 0.5), (f"from {chosen:.2f} on", chosen)]:
    profit, calls = profit_of(test_target, test_probabilities, its_threshold)
    print(f"{plan:13} 전화 {calls:4}번, 이익 {profit:6}유로")

# %% profit_figure
plt.figure(figsize=(8, 4), layout="constrained")
thresholds = np.linspace(0, 1, 101)
for part_name, its_target, its_probabilities in [
    (figure_text("검증", "validation"), validation_target, validation_probabilities),
    (figure_text("테스트", "test"), test_target, test_probabilities),
]:
    plt.plot(thresholds, [profit_of(its_target, its_probabilities, one)[0] for one in thresholds], label=part_name)
plt.axvline(chosen, color="black", linestyle="--", label=figure_text("검증 데이터로 고른 값", "chosen on the validation rows"))
plt.axhline(0, color="grey", linewidth=0.8)
plt.xlabel(figure_text("임곗값", "threshold"))
plt.ylabel(figure_text("이익(유로)", "profit in euros"))
plt.legend()
plt.show()

# %% [markdown] original="5d97f2d0"
# 은행의 표에서 모두에게 전화하면 테스트 행에서 360유로를 잃고, 고객의 3분의 1쯤에게 전화하면 1,100유로쯤
# 법니다. 두 곡선 모두 꼭대기가 넓습니다. 0.4부터 0.55까지는 어느 임곗값이나 비슷하게 좋고, 고객이 904명인
# 표에서 그중 어느 것이 가장 좋은지는 대부분 운입니다. 고를 때와 시험을 볼 때 서로 다른 행을 써야 하는 까닭이
# 이것입니다. 신경망이 어디에서 시작하는지도 운입니다. 다른 시드 20개로 해 보니, 테스트 행의 AUC는 0.72에서
# 0.75 사이였고, 이익은 720유로에서 1,280유로 사이였습니다.

# %% [markdown] original="0a3da6b6"
# ## 은행에 보내는 제안
#
# 은행장에게는 3분밖에 없고, 은행장은 AUC가 무엇인지 모릅니다. 은행장에게 다섯 문장에서 열 문장으로 쓰세요.
# 은행은 **누구에게** 전화해야 할까요? 고객 천 명 가운데 **몇 명에게** 전화해야 하고, 거기서 무엇을 기대할 수
# 있을까요? 그리고 **왜 여기서는 정확도가 도움이 되지 않을까요?** 이 페이지에 나온 값을 사용하고, 확실하지
# 않은 것도 쓰세요. 이 글은 사람이 읽고 채점합니다. 따옴표 사이에 쓰세요.

# %% RECOMMENDATION
### BEGIN SOLUTION
RECOMMENDATION = """
신경망이 예측한 확률이 0.48 이상인 고객에게 전화하십시오. 천 명 가운데 340명쯤입니다. 고객 전체로는 천 명 가운데
115명이 가입하는데, 이렇게 전화하면 그중 70명쯤을 얻습니다. 아홉 번에 한 번이 아니라 다섯 번에 한 번이 가입으로
끝나는 셈입니다. 전화 한 번에 5유로가 들고 가입 하나에서 40유로가 들어온다면, 고객 천 명마다 1,100유로쯤 벌게
됩니다. 모두에게 전화하면 400유로를 잃습니다. 정확도는 보지 마십시오. 아무에게도 전화하지 않는 프로그램도 고객의
88.5%를 맞히지만, 아무것도 팔지 못합니다. 확률은 고객의 순서를 정하는 데 쓸 수 있지만, 실제 가능성은 아닙니다.
학습할 때 가입에 더 큰 가중치를 주었기 때문입니다. 이 결과는 신경망이 본 적 없는 고객 904명으로 잰 것입니다. 다른
904명이라면 이익이 몇백 유로 더 많거나 적을 수 있습니다. 전화는 2008년부터 2010년까지 건 것이고, 오늘날의 고객도
똑같이 결정하는지는 알 수 없습니다.
"""
### END SOLUTION

# %% [markdown] original="3de6b132"
# ## 더 해 볼 것
#
# 한 번에 **하나만** 바꾸고, 검증 행으로 고르고, 테스트 행은 마지막에만 보세요.
#
# - **가중치 없이.** `class_weight`를 빼 보세요. AUC는 어떻게 되고, 고른 임곗값은 어떻게 될까요?
# - **더 작은 신경망.** 은닉층(hidden layer)이 정말 필요할까요? 답하기 전에 여러 시드로 재어 보세요.
# - **로그.** 잔액과 전화 횟수에 로그를 써 보세요. 도움이 될까요?
# - **더 많은 열.** `pdays`로 "전에 전화한 적이 있음"이라는 열을 만들어 보세요. -1 자리에는 무엇이 들어가야
#   할까요?
# - **정직한 확률.** 확률이 0.2와 0.3 사이인 고객 가운데 몇 명이 가입할까요? 가중치를 썼을 때와 쓰지 않았을
#   때를 비교하세요.
# - **큰 표.** UCI 저장소에는 같은 데이터가 45,211행으로도 있습니다. AUC가 얼마나 좋아질까요?
