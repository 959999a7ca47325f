"""What several test files share."""

import gc
import os
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect

gc.disable()  # until the tests are collected: nothing of them is garbage
# Until then, too: pytest keeps what it makes of the asserts, or each process would make it again of 70,000 lines.
writes_no_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, False
os.environ["AUTOGRADER_LANGUAGE"] = "en"  # of the machine that runs the tests, another one may be set


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(17)


@pytest.fixture
def gave():
    """``gave(value, …)``: the words about an answer of ``answer(argument)`` that held this value."""
    return lambda value, **settings: expect(Answer("answer(argument)", value, **settings))


@pytest.fixture
def refusal():
    """``refusal(word, …)``: the ``Failure`` with which a word of ``expect`` says no."""

    def refused(word, *arguments, **settings) -> Failure:
        with pytest.raises(Failure) as caught:
            word(*arguments, **settings)
        return caught.value

    return refused


@pytest.fixture
def said(refusal):
    """``said(word, …)``: the message with which a word of ``expect`` says no."""
    return lambda *arguments, **settings: refusal(*arguments, **settings).message


@pytest.fixture
def agg():
    """Figures without a screen, closed afterwards."""
    import matplotlib.pyplot as plt

    plt.switch_backend("Agg")
    yield
    plt.close("all")


@pytest.fixture
def typed(capsys):
    """``typed("check …")``: (exit code, what was printed, what was printed as an error) of a command of the kit."""
    from autograder import cli
    from autograder.core.languages import choice

    def called(command: str):
        code = cli.main(command.split())
        out, error = capsys.readouterr()
        assert "Traceback" not in out + error
        return code, out, error

    yield called
    with pytest.MonkeyPatch.context() as patches:
        patches.setenv(choice.VARIABLE, "en")
        choice.speak("")  # what a command has chosen is of the whole process


@pytest.fixture(scope="module")
def garbage_is_collected():
    """What the libraries of this file's tests leave open is found here, where it is expected, and not by another file's test."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server of our own (``postgres.Server``): ``postgres.new()`` is the address of an empty database."""
    import postgres as server

    why_not = server.missing()
    if why_not:
        pytest.skip(why_not)
    with server.running() as running:
        yield running


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The site of docs/, built once for each process of the tests. Nothing may be written into it."""
    import built_site

    return built_site.build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def all_warm_servers():
    from warm_servers import WarmServers

    made = WarmServers()
    yield made
    made.close()


@pytest.fixture(scope="module")
def warm_servers(all_warm_servers):
    """The judges of this file's tests borrow processes that have loaded their libraries, from one file to the next."""
    with all_warm_servers.lending():
        yield


@pytest.fixture(scope="module")
def starters():
    """What starts the workers of this file's tests."""
    from autograder.sandbox.launcher import Starters

    with Starters() as running:
        yield running


@pytest.fixture
def one_process(all_warm_servers, monkeypatch):
    """Audits and builds judge in this process, with borrowed servers."""
    import one_process

    monkeypatch.setattr("autograder.grading.process_pool.pool", one_process.pool)
    with all_warm_servers.lending():
        yield


def pytest_addoption(parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write the expected reports anew, to be read as a difference"
    )
    parser.addoption("--whole", action="store_true", help="run every page and every exercise that trains, not one by chance")
    parser.addoption("--screenshots", action="store_true", help="save what the tests in a browser look at, in test-artifacts/")
    parser.addoption("--times", metavar="FILE", help="write what each test costs in processor time into this file")


def pytest_configure(config) -> None:
    if config.getoption("--times"):
        from processor_times import Times

        config.pluginmanager.register(Times(Path(config.getoption("--times")).absolute()))


def pytest_collection_finish() -> None:
    """A search for garbage would walk through all the tests each time: a seventh of the light tests' processor time."""
    sys.dont_write_bytecode = writes_no_bytecode
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


def pytest_collection_modifyitems(config, items) -> None:
    if hasattr(config, "workerinput"):  # one of several processes
        from by_file import place

        items.sort(key=lambda item: place(item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config) -> int:
    """One more than there are processors: many tests wait for a server, a browser or a time limit."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    if config.getoption("dist") == "loadfile":
        from by_file import ByFile

        return ByFile(config, log)
    return None
