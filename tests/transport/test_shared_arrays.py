"""Arrays that processes see without a copy, and nobody can change."""

import gc
import mmap
import os
import sys

import numpy as np
import pytest

from autograder.transport import shared_arrays
from autograder.transport.shared_arrays import descriptor, digest, shared_array, view

LARGE = shared_arrays.SMALL // 4 + 1  # numbers of four bytes
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has memory with a descriptor")


def numbers(count: int = LARGE) -> np.ndarray:
    return np.random.default_rng(5).random(count, np.float32)


@pytest.mark.parametrize("array", [numbers(), numbers(10), np.arange(10.0)[::2], np.zeros((0, 3)), np.arange(2 * LARGE).reshape(2, -1)],
                         ids=["large", "small", "not contiguous", "empty", "whole numbers"])  # fmt: skip
def test_the_same_numbers_that_nobody_can_change(array):
    before = array.copy()
    kept = shared_array(array)
    assert (kept.dtype, kept.shape) == (before.dtype, before.shape)
    assert np.array_equal(kept, before)
    with pytest.raises(ValueError):
        kept[...] = 1


@linux
def test_a_large_one_stays_as_it_is_even_if_somebody_tries():
    with pytest.raises(ValueError):
        shared_array(numbers()).flags.writeable = True


@linux
def test_another_process_sees_it_and_what_it_writes_stays_there():
    kept = shared_array(numbers())
    seen = view(descriptor(kept), kept.dtype.str, kept.shape)
    assert np.array_equal(seen, kept)
    seen[0] = 7
    assert kept[0] == numbers()[0]
    assert seen.ctypes.data % 64 == 0, "TensorFlow would have to copy it"


@linux
def test_who_has_the_descriptor_cannot_change_it_either():
    kept = shared_array(numbers())
    with pytest.raises(PermissionError):
        os.write(descriptor(kept), b"1234")
    with pytest.raises(PermissionError):
        os.ftruncate(descriptor(kept), 0)
    with pytest.raises(PermissionError):
        mmap.mmap(descriptor(kept), 4)


@pytest.mark.parametrize("array", [numbers(10), shared_array(numbers(10)), numbers(), shared_array(numbers())[1:]],
                         ids=["ordinary", "small", "large", "a part of one"])  # fmt: skip
def test_no_other_array_is_taken_for_it(array):
    assert descriptor(array) is None


@linux
def test_its_memory_goes_with_it():
    kept = shared_array(numbers())
    place = descriptor(kept)
    os.fstat(place)
    del kept
    gc.collect()
    with pytest.raises(OSError):
        os.fstat(place)


@linux
@pytest.mark.parametrize("refused", ["write", "memfd_create"], ids=["there is no room for it", "a sandbox forbids it"])
def test_where_it_cannot_be_had_there_is_the_array(monkeypatch, refused):
    def refuse(*_arguments: object) -> int:
        raise OSError(28, "No space left on device")

    before = len(os.listdir("/proc/self/fd"))
    monkeypatch.setattr(os, refused, refuse)
    kept = shared_array(numbers())
    assert descriptor(kept) is None and np.array_equal(kept, numbers()) and not kept.flags.writeable
    assert len(os.listdir("/proc/self/fd")) == before


# -- hashes -----------------------------------------------------------------------------------------------------------


def test_equal_arrays_have_equal_hashes_and_others_have_others():
    same = [numbers(), numbers().copy(), shared_array(numbers()), numbers().reshape(1, -1)[0]]
    assert len({digest(one) for one in same}) == 1
    changed = numbers()
    changed[-1] += 1
    others = [numbers(), changed, numbers()[:-1], numbers().reshape(1, -1), numbers().view(np.int32)]
    assert len({digest(one) for one in others}) == len(others)


def test_what_can_change_is_hashed_each_time():
    array = numbers()
    part = array[:]
    part.flags.writeable = False
    before = digest(array), digest(part)
    array[0] += 1
    assert digest(array) != before[0] and digest(part) != before[1]


@pytest.mark.parametrize("kept", [shared_array, np.copy], ids=["shared", "read-only"])
def test_what_cannot_is_hashed_once(kept, monkeypatch):
    array = kept(numbers())
    array.flags.writeable = False
    expected = digest(array)
    monkeypatch.setattr(shared_arrays, "_worked_out", lambda _array: pytest.fail("it was worked out again"))
    assert digest(array) == expected


def test_a_new_array_in_the_place_of_one_that_is_gone_has_a_hash_of_its_own():
    found = set()
    for number in range(20):
        array = np.full(LARGE, number, np.float32)
        array.flags.writeable = False
        found.add(digest(array))
        del array
    assert len(found) == 20


def test_checks_that_import_the_old_name_still_run():
    import autograder

    assert autograder.lasting is autograder.shared_array is shared_array
