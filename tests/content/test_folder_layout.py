"""What a folder seems to be: where it may be meant in two ways, that is asked."""

import pytest
from miniature import files

from autograder.content.folder_layout import AmbiguousFolder, FolderLayout


@pytest.fixture
def layout():
    return FolderLayout("miniature", frozenset())


@pytest.mark.parametrize(("pages", "is_asked"), [(["a_py", "b_py"], False), (["a_py", "b_py", "c_ipynb"], True)])
def test_a_page_of_the_assignments_name_beside_three_others_may_be_the_instructors(tmp_path, layout, pages, is_asked):
    """Two may be a student's older tries."""
    files(tmp_path, miniature_py="", notes_txt="", **dict.fromkeys(pages, ""))
    if is_asked:
        with pytest.raises(AmbiguousFolder, match="the folder of one student or of a class"):
            layout.ask_if_class(tmp_path)
    else:
        layout.ask_if_class(tmp_path)


@pytest.mark.parametrize(("students", "is_asked"), [(2, False), (3, True)])
def test_a_folder_in_which_three_have_handed_in_holds_a_class(tmp_path, layout, students, is_asked):
    """Of two, all that have pages must hold as many."""
    files(tmp_path, **{f"autumn__s{number}__miniature_py": "" for number in range(students)}, ada__a_py="")
    folders = [tmp_path / "ada", tmp_path / "autumn"]
    if is_asked:
        with pytest.raises(AmbiguousFolder, match="autumn contains pages of several students"):
            layout.ask_if_above(folders, tmp_path, zipped=False)
    else:
        layout.ask_if_above(folders, tmp_path, zipped=False)
