"""Each student gets the student's form of an assignment in a variant, with nothing of another one and no answer."""

import zipfile

import pytest
import variant_miniature

from autograder.authoring import fingerprints
from autograder.authoring.hand_out import HandOut
from autograder.content import assignment_folder, assignment_search, variant_folder, variants
from autograder.core.files import write_atomically

pytestmark = pytest.mark.usefixtures("one_process")


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """The assignment, as a build leaves it: with what its mistakes do."""
    return assignment_folder.load(variant_miniature.write(tmp_path_factory.mktemp("out")))


@pytest.fixture
def bills(ready):
    path = ready.folder / "mistakes" / "signatures.json"
    if not path.is_file():
        write_atomically(path, fingerprints.as_json(fingerprints.signatures(ready, lambda text: None)).encode())
    return ready


@pytest.fixture
def other(bills):
    return variants.as_text({**variants.ordinary(bills.variants), "first": 7, "net": "goods"})


def test_the_form_is_that_of_the_variant(bills, other, tmp_path):
    HandOut(bills, [other]).build(other, tmp_path / "bills")
    found = assignment_folder.load(tmp_path / "bills")
    assert found.public and found.variant == other and found.version == bills.version and not found.variants
    assert 'the keys "goods" and "gross"' in found.source and "has the number 7" in found.source
    assert "VARIANT" not in "".join(path.read_text() for path in (tmp_path / "bills").rglob("*") if path.is_file())
    assert assignment_search.find("", tmp_path / "bills" / "bills.py").variant == other


def test_a_students_own_checks_know_the_mistakes_of_the_variant(bills, other, tmp_path):
    HandOut(bills, [other]).build(other, tmp_path / "bills")
    text = (tmp_path / "bills" / "checks" / "signatures.json").read_text()
    assert "counts_down" in text and "-6.0" not in text and "6.0" in text


def test_one_folder_in_a_zip_with_the_same_bytes_each_time(bills, other, tmp_path):
    made = HandOut(bills, [other])
    for name in ("one", "two"):
        (tmp_path / f"scratch-{name}").mkdir()
        made.write_zip(other, tmp_path / f"{name}.zip", tmp_path / f"scratch-{name}")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert {"bills/bills.ipynb", "bills/bills.py", "bills/checks/variant.json", "bills/checks/page.py"} <= set(packed.namelist())
        code = variants.code(other).encode()
        assert variant_folder.said_by(packed.read("bills/bills.ipynb")) == [code.decode()] == variant_folder.said_by(packed.read("bills/bills.py"))


def test_the_ordinary_form_says_nothing_of_variants(bills, tmp_path):
    from autograder.authoring import build

    build.build(bills, tmp_path / "bills", {"seed": 17, "exercises": {}})
    text = "".join(path.read_text() for path in (tmp_path / "bills").rglob("*") if path.is_file())
    assert "variant" not in text.lower() and not assignment_folder.load(tmp_path / "bills").variants
