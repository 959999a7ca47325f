"""The files for Docker, Codespaces, Binder and GitHub: each by the rules of who reads it, and its commands run, since no image is built here."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path, PurePosixPath

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PATIENCE = 120  # seconds
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = set(PROJECT["optional-dependencies"])
# Of what https://containers.dev/implementors/json_reference says, the part that a file without a build of its own can have.
TEXTS = {"type": "object", "additionalProperties": {"type": "string"}}
COMMANDS = {"type": ["string", "array", "object"]}
DEVCONTAINER = {
    "type": "object",
    "required": ["image"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "image": {"type": "string", "pattern": r"^[a-z0-9./-]+:[A-Za-z0-9._-]+$"},
        "features": {"type": "object"},
        "forwardPorts": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 65535}},
        "portsAttributes": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "label": {"type": "string"},
                    "onAutoForward": {"enum": ["notify", "openBrowser", "openBrowserOnce", "openPreview", "silent", "ignore"]},
                },
            },
        },
        "hostRequirements": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"cpus": {"type": "integer", "minimum": 1}, "memory": {"type": "string", "pattern": r"^\d+([tgmk]b)?$"}},
        },
        "containerEnv": TEXTS,
        "remoteUser": {"type": "string"},
        **{f"{when}Command": COMMANDS for when in ("onCreate", "updateContent", "postCreate", "postStart", "postAttach")},
        "customizations": {"type": "object"},
    },
}


def lines(path: str) -> list[str]:
    """A file's lines without comments."""
    return [line for line in (ROOT / path).read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]


def wanted_extras(text: str) -> set[str]:
    """The extras in ``.[a,b]``, wherever it stands."""
    return {name for found in re.findall(r"\.\[([a-z,]+)\]", text) for name in found.split(",")}


# -- each by the rules of who reads it ------------------------------------------------------------------------------------


def test_the_workflow_for_three_systems():
    workflow = ROOT / ".github" / "workflows" / "three-systems.yml"
    for schema in ("vendor.github-workflows", "custom.github-workflows-require-timeout"):
        done = subprocess.run([BIN / "check-jsonschema", "--builtin-schema", schema, workflow], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    text = workflow.read_text("utf-8")
    assert all(system in text for system in ("ubuntu-latest", "windows-latest", "macos-latest"))
    assert wanted_extras(text) <= EXTRAS


def test_the_dockerfile():
    hadolint = BIN / "hadolint"
    if not hadolint.exists():
        pytest.skip("hadolint is not installed")
    done = subprocess.run([hadolint, "--no-color", ROOT / "Dockerfile"], capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout == "", done.stdout + done.stderr


def test_the_devcontainer():
    content = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(DEVCONTAINER).iter_errors(content)] == []
    script = content["postCreateCommand"].split()[1]
    assert subprocess.run(["bash", "-n", ROOT / script]).returncode == 0
    assert wanted_extras((ROOT / script).read_text("utf-8")) <= EXTRAS


def test_binder():
    """As repo2docker has it: requirements are installed in the root folder, and their other files are found beside them."""
    assert set(os.listdir(ROOT / "binder")) == {"requirements.txt", "runtime.txt", "postBuild"}
    constraint, package = lines("binder/requirements.txt")
    assert (ROOT / "binder" / constraint.split()[1]).resolve() == ROOT / "constraints.txt"
    assert wanted_extras(package) <= EXTRAS and package.startswith(".[")
    (python,) = lines("binder/runtime.txt")
    assert re.fullmatch(r"python-3\.\d+", python) and PROJECT["requires-python"] == ">=3.11"
    post = ROOT / "binder" / "postBuild"
    assert os.access(post, os.X_OK) and post.read_text("utf-8").startswith("#!/usr/bin/env bash\n")
    assert subprocess.run(["bash", "-n", post]).returncode == 0


def test_every_extra_that_is_asked_for_is_there():
    assert wanted_extras((ROOT / "Dockerfile").read_text("utf-8")) == {"student", "bank"}
    assert EXTRAS >= {"student", "bank"}


# -- the commands of the files, run in fresh folders ----------------------------------------------------------------------

# What takes the place of pip: it refuses what pip would refuse before it asks an index. The libraries are those that are here, and the
# kit itself is "installed" as a wheel holds it: the package, and the assignments in it. Not replayed: downloads, and the users.
PIP = """#!/bin/sh
exec {python} {stand_in} pip "$@"
"""
STAND_IN = '''
import re, shutil, sys
from pathlib import Path

words = sys.argv[2:]
if "-m" in words:  # python -m pip
    words = words[words.index("-m") + 2 :]
assert words.pop(0) == "install", words
site = Path({site!r})
wanted = []
while words:
    word = words.pop(0)
    if word in ("--constraint", "-c"):
        assert Path(words.pop(0)).is_file(), "no such constraints"
    elif word == "-r":
        file = Path(words.pop(0))
        for line in file.read_text().splitlines():
            if line.startswith("--constraint "):
                assert (file.parent / line.split()[1]).is_file(), "no such constraints"
            elif line and not line.startswith("#"):
                wanted.append(line)
    elif word not in ("--quiet", "--editable"):
        wanted.append(word)
for one in wanted:
    assert re.fullmatch(r"[.][[][a-z,]+[]]", one), one
    import tomllib
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    assert set(one[2:-1].split(",")) <= set(project["optional-dependencies"])
    for paper in ("LICENSE", project["readme"]):
        assert Path(paper).is_file() or paper == "LICENSE", paper
    shutil.copytree("autograder", site / "autograder", dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree("assignments", site / "autograder" / "assignments", dirs_exist_ok=True)
'''


class Image:
    """A folder that stands for a container's root, and the commands of a file run in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"
        tools = root / "tools"
        tools.mkdir(parents=True)
        self.site.mkdir()
        (tools / "stand_in.py").write_text(STAND_IN.format(site=str(self.site)))
        self.tool("pip", PIP.format(python=sys.executable, stand_in=tools / "stand_in.py"))
        self.tool("useradd", "#!/bin/sh\nexit 0\n")
        self.tool("autograder", f'#!/bin/sh\nexec {sys.executable} -c "from autograder.cli import command; import sys; sys.exit(command())" "$@"\n')
        self.environment = {
            "PATH": f"{tools}:/usr/bin:/bin",
            "PYTHONPATH": str(self.site),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(root),
        }
        self.place = root
        self.last: list[str] = []

    def tool(self, name: str, text: str) -> None:
        path = self.root / "tools" / name
        path.write_text(text)
        path.chmod(0o755)

    def inside(self, path: str) -> Path:
        """Where a path of the container is here."""
        return self.root / PurePosixPath(path).relative_to("/") if path.startswith("/") else self.place / path

    def runs(self, command: list[str] | str, *words: str) -> str:
        command = [command] if isinstance(command, str) else command
        if len(command) == 1:
            command = ["sh", "-ec", command[0]]
        command = [word.replace("/opt/kit", str(self.root / "opt/kit")) for word in command]
        done = subprocess.run([*command, *words], cwd=self.place, env=self.environment, capture_output=True, text=True, timeout=PATIENCE)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def stages() -> dict[str, list[tuple[str, str]]]:
    """Stage -> its instructions, and before them those of the stage that it is made from."""
    parser = pytest.importorskip("dockerfile_parse")
    with open(ROOT / "Dockerfile", "rb") as file:
        parsed = parser.DockerfileParser(fileobj=file).structure
    found: dict[str, list[tuple[str, str]]] = {}
    for one in parsed:
        if one["instruction"] == "FROM":
            base, _as, name = one["value"].split()
            found[name] = [*found.get(base, [])]
        elif found:
            found[name].append((one["instruction"], one["value"]))
    return found


def replay(root: Path, instructions: list[tuple[str, str]]) -> Image:
    image = Image(root)
    allowed = {line[1:] for line in lines(".dockerignore") if line.startswith("!")}
    for instruction, value in instructions:
        if instruction == "WORKDIR":
            image.place = image.inside(value)
            image.place.mkdir(parents=True, exist_ok=True)
        elif instruction == "COPY":
            *sources, target = value.split()
            for source in sources:
                assert source in allowed, f"{source} is left out by .dockerignore"
                here, there = ROOT / source, image.inside(target)
                left_out = shutil.ignore_patterns("__pycache__", ".*")
                shutil.copytree(here, there, ignore=left_out) if here.is_dir() else shutil.copy(here, there)
        elif instruction == "ENV":
            for name, text in re.findall(r"(\w+)=(\S+)", value):
                text = text.replace("/tmp", str(root / "tmp")).replace("/opt/kit", str(root / "opt/kit"))
                image.environment[name] = text
            (root / "tmp").mkdir(exist_ok=True)
        elif instruction == "RUN":
            image.runs(value)
        elif instruction in ("ENTRYPOINT", "CMD"):
            image.last = json.loads(value) if instruction == "ENTRYPOINT" else image.last
        else:
            assert instruction in ("USER", "EXPOSE", "ARG"), instruction
    return image


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """``built(stage)``: the image of a stage, built once."""
    known: dict[str, Image] = {}

    def build(stage: str) -> Image:
        if stage not in known:
            known[stage] = replay(tmp_path_factory.mktemp(stage) / "root", stages()[stage])
        return known[stage]

    return build


@pytest.mark.slow
def test_students_get_pages_and_public_checks_and_no_answers(built):
    image = built("student")
    assert not (image.root / "opt/kit/solutions").exists()
    assert {one.name for one in image.place.iterdir()} >= {"mnist", "fashion_mnist", "bank_marketing"}
    assert (image.place / "mnist/mnist.ipynb").is_file() and (image.place / "mnist/checks/test_normalize.py").is_file()
    assert not list(image.root.rglob("normalize__*.py"))


@pytest.mark.slow
def test_grading_prints_what_is_enforced_and_then_grades_with_the_hidden_checks(built):
    image = built("grading")
    page = (ROOT / "solutions/mnist/mnist.py").read_text("utf-8").split("# %% dataset_shapes_demo")[0]
    (image.place / "submissions").mkdir()
    (image.place / "submissions/ada.py").write_text(page, "utf-8")
    said = image.runs(image.last, *"grade submissions --assignment mnist --out grades".split())
    assert said.index("Isolation: ") < said.index("1 submission, 1 graded")
    report = json.loads((image.place / "grades/ada.json").read_text("utf-8"))
    assert report["exercises"][0]["name"] == "dataset_shapes"
    assert all(check["outcome"] == "passed" for check in report["exercises"][0]["checks"])
    public = (ROOT / "assignments/mnist/checks/test_dataset_shapes.py").read_text("utf-8").count("\ndef test_")
    assert len(report["exercises"][0]["checks"]) > public


def test_nobody_of_the_images_is_root():
    for name in ("student", "grading"):
        users = [value for instruction, value in stages()[name] if instruction == "USER"]
        assert users and users[-1].isdigit() and users[-1] != "0"


@pytest.mark.slow
def test_binder_makes_a_working_copy_of_each_assignment(tmp_path):
    image = Image(tmp_path / "root")
    repository = image.root / "home"
    for name in ("autograder", "assignments", "binder"):
        shutil.copytree(ROOT / name, repository / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "constraints.txt", "LICENSE"):
        shutil.copy(ROOT / name, repository)
    image.place = repository
    image.runs(["pip", "install", "-r", "binder/requirements.txt"])
    image.runs(["./binder/postBuild"])
    assert sorted(one.name for one in (repository / "work").iterdir()) == ["bank_marketing", "fashion_mnist", "mnist"]
    assert (repository / "work/mnist/checks/test_normalize.py").is_file()


@pytest.mark.slow
def test_a_codespace_is_set_up_twice_without_harm(tmp_path):
    image = Image(tmp_path / "root")
    repository = image.root / "workspace"
    for name in ("autograder", "assignments", ".devcontainer"):
        shutil.copytree(ROOT / name, repository / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "constraints.txt", "LICENSE"):
        shutil.copy(ROOT / name, repository)
    image.place = repository
    image.tool("python", f'#!/bin/sh\nmkdir -p "$3/bin"\ncp {image.root}/tools/autograder "$3/bin/autograder"\ncp {image.root}/tools/pip "$3/bin/python"\n')
    command = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text("utf-8"))["postCreateCommand"]
    image.runs(command)
    (repository / "work/mnist/mnist.py").write_text("# mine\n")
    image.runs(command)
    assert (repository / "work/mnist/mnist.py").read_text() == "# mine\n"


# -- the configuration of a hub, as the documentation has it ------------------------------------------------------------------


def documented(title: str) -> object:
    """What a block of ``docs/platforms.md`` sets, by traitlets' own loader."""
    from traitlets.config import Config

    text = (ROOT / "docs" / "platforms.md").read_text("utf-8")
    (block,) = re.findall(rf'```python title="{re.escape(title)}"\n(.*?)```', text, re.DOTALL)
    config = Config()
    exec(compile(block, title, "exec"), {"get_config": lambda: config})
    return config


def test_the_documented_hub_has_only_settings_that_a_hub_knows():
    pytest.importorskip("jupyterhub")
    from jupyterhub.app import JupyterHub
    from jupyterhub.auth import PAMAuthenticator
    from jupyterhub.spawner import LocalProcessSpawner

    config = documented("jupyterhub_config.py")
    known = {"JupyterHub": JupyterHub, "Authenticator": PAMAuthenticator, "Spawner": LocalProcessSpawner}
    assert set(config) == set(known)
    for section, kind in known.items():
        assert set(config[section]) <= set(kind.class_trait_names(config=True)), section
    hub = JupyterHub(config=config)
    assert hub.spawner_class is LocalProcessSpawner and issubclass(hub.authenticator_class, PAMAuthenticator)
    people = config.JupyterHub.load_groups
    assert set(people["nbgrader-ai101"]["users"]) == config.Authenticator.allowed_users


def test_the_documented_exchange_has_only_settings_that_nbgrader_knows():
    pytest.importorskip("nbgrader")
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.exchange.default import Exchange

    config = documented("/etc/jupyter/nbgrader_config.py")
    for section, kind in {"Exchange": Exchange, "CourseDirectory": CourseDirectory}.items():
        assert set(config[section]) <= set(kind.class_trait_names(config=True)), section
