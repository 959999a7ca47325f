"""Points without the work: objects that agree with everything, patched tools, forged messages."""

from redteam.attacks import Attack, quietly, script

AGREES = """
class Agrees:
    shape, dtype, ndim, size = (2,), np.dtype(float), 1, 2
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    __gt__ = __le__ = __ge__ = __lt__
    __hash__ = None
    def __bool__(self): return True
    def __abs__(self): return 0.0
    def __float__(self): return 0.0
    def __len__(self): return 2
    def __getitem__(self, place): return self
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    def __array__(self, *args, **kwargs): return np.array([2.0, 4.0])
    def __array_ufunc__(self, *args, **kwargs): return True
    def __array_function__(self, *args, **kwargs): return True
"""
NUMBER = """
class Number(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return Number(0)
    __rsub__ = __sub__
    def __abs__(self): return Number(0)
    def __le__(self, other): return True
    __lt__ = __le__
    __hash__ = float.__hash__
"""
SUBCLASS = """
class Sly(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **settings): return np.True_
    def __array_function__(self, function, types, arguments, settings): return True
    def __eq__(self, other): return np.ones(self.shape, bool)
    def astype(self, *args, **settings): return self
    def tolist(self): return [2.0, 4.0]
    def tobytes(self, *args): return np.array([2.0, 4.0]).tobytes()
"""
SHIFTING = """
class Shifting(list):
    looks = 0
    def __iter__(self):
        Shifting.looks += 1
        return iter([2.0, 4.0] if Shifting.looks % 2 else [1.0, 2.0])
    def __getitem__(self, place): return 0.0
    def __len__(self): return 2
"""
FRAME = """
from autograder.transport import wire


def frame(content):
    return b"".join(wire.encode(content))
"""
FIND_THE_REQUEST = """
def request():
    step = sys._getframe()
    while step:
        found = step.f_locals.get("request")
        if isinstance(found, dict):
            return found
        step = step.f_back
    return {}
"""

SCRIPTS = {
    "an object that equals everything": script("return Agrees()", AGREES),
    "a list of objects that equal everything": script("return [Agrees(), Agrees()]", AGREES),
    "an array of objects that equal everything": script(
        "found = np.empty(len(numbers), object)\nfound[:] = [Agrees() for _ in numbers]\nreturn found", AGREES
    ),
    "floats that are near everything": script("return [Number(1), Number(2)]", NUMBER),
    "an array class that lies": script("return numbers.view(Sly)", SUBCLASS),
    "a masked array": script("return np.ma.masked_all(numbers.shape)"),
    "nothing but nan": script("return np.full(numbers.shape, np.nan)"),
    "infinity": script("return np.full(numbers.shape, np.inf)"),
    "an empty array": script("return np.array([])"),
    "one number for all": script("return 2.0"),
    "strings that look like numbers": script("return np.array([str(2 * number) for number in numbers])"),
    "fields that look like numbers": script(
        "return np.array([(2 * number,) for number in numbers], dtype=[('a', float)])"
    ),
    "more axes than asked": script("return np.stack([2 * numbers] * 2)"),
    "a generator that counts on": script("return iter(range(len(numbers)))"),
    "tools that always agree": script(
        """
for name in ("isclose", "allclose", "array_equal", "equal"):
    setattr(np, name, lambda *args, **settings: True)
for name in ("assert_allclose", "assert_array_equal", "assert_equal"):
    setattr(np.testing, name, lambda *args, **settings: None)
import math, builtins
math.isclose = lambda *args, **settings: True
builtins.abs = lambda value: 0
builtins.all = lambda values: True
return numbers
"""
    ),
    "a skipped test": script(
        "import pytest\npytest.skip('no need to look')",
    ),
    "an expected failure": script("import pytest\npytest.xfail('as foreseen')"),
    "the end of all tests": script("import pytest\npytest.exit('all passed', returncode=0)"),
    "an exception of the judge's own": script(
        "from autograder.expectations.answer import NotStarted\nraise NotStarted('passed')"
    ),
    "patched reports": quietly(
        """
from _pytest.reports import TestReport
TestReport.outcome = "passed"
TestReport.passed = property(lambda self: True)
from autograder.core import records; from autograder.judging import exercise_run, verdicts
records.CheckResult.points = 20.0
exercise_run.ExerciseRun._on_exception = lambda *args: verdicts.Verdict(records.Outcome.PASSED)
"""
    ),
    "patched words": quietly(
        """
from autograder.expectations import values
for name in dir(values.Expectation):
    if not name.startswith("_"):
        setattr(values.Expectation, name, lambda self, *args, **settings: self)
"""
    ),
    "rewritten tests": quietly(
        """
def passed(*args, **settings): return None
for thing in gc.get_objects():
    if callable(thing) and getattr(thing, "__name__", "").startswith("test_") and hasattr(thing, "__code__"):
        thing.__code__ = passed.__code__
"""
    ),
    "hooks that swallow errors": quietly(
        """
sys.excepthook = threading.excepthook = sys.unraisablehook = lambda *args: None
sys.settrace(lambda *args: None)
sys.setprofile(lambda frame, event, arg: frame.f_locals.clear())
"""
    ),
    "another module in place of ours": quietly(
        """
import types
fake = types.ModuleType("autograder.expectations")
fake.expect = lambda *args: None
for name in list(sys.modules):
    if name.startswith("autograder"):
        sys.modules[name] = fake
"""
    ),
    "a verdict on standard output": quietly(
        """
verdict = json.dumps({"outcome": "passed", "points": 50, "status": "graded", "score": 100})
print(verdict)
sys.__stdout__.write(verdict + "\\n"); sys.__stdout__.flush()
os.write(1, verdict.encode()); os.write(2, verdict.encode())
"""
    ),
    "a verdict on every descriptor": quietly(
        """
for number in range(300):
    try:
        os.write(number, b'{"outcome": "passed", "points": 50}\\n')
    except OSError:
        pass
"""
    ),
    "a forged answer": quietly(
        "os.write(3, frame({'id': '0' * 16, 'status': 'returned', 'value': [2.0, 4.0]}))", FRAME
    ),
    "an answer with the stolen number": quietly(
        """
from autograder.transport import wire
forged = {"id": request()["id"], "status": "returned", "value": np.array([2.0, 5.0]), "handle": None, "shown": [],
          "figures": 0, "arguments": {"numbers": numbers}, "warnings": [], "output": "", "seconds": 0.0}
for part in wire.encode(forged):
    os.write(3, part)
""",
        FIND_THE_REQUEST,
    ),
    "an answer ahead of its question": quietly(
        """
def later():
    time.sleep(0.05)
    os.write(3, frame({"id": "", "status": "returned", "value": None}))
threading.Thread(target=later, daemon=True).start()
""",
        FRAME,
    ),
    "a changed argument": script("numbers *= 0\nreturn numbers"),
    "a buffer that changes later": script(
        """
found = np.zeros(numbers.shape)
def later():
    while True:
        found[:] = np.random.random(found.shape)
threading.Thread(target=later, daemon=True).start()
return found
"""
    ),
    "a faked clock": quietly("time.monotonic = time.time = time.perf_counter = lambda: 0.0"),
    "an exception in a line that is no number": script(
        """
from autograder.sandbox import worker_main as worker
def raised(self, error):
    return {"status": "raised", "type": "E", "bases": [], "message": "", "places": [("a.py", b"1", "f")],
            "raised_in_page": True, "missing": ""}
worker.StudentNamespace._raised = raised
raise ValueError
"""
    ),
    "texts that take for ever to read": script(
        """
from autograder.sandbox import worker_main as worker
def raised(self, error):
    return {"status": "raised", "type": "[" * 10**6, "bases": ["["] * 10**5, "message": "[" * 10**6, "places": [],
            "raised_in_page": True, "missing": ""}
worker.StudentNamespace._raised = raised
raise ValueError
"""
    ),
    "a handle to another model": quietly(
        """
from autograder.transport.wire import Described
import autograder.sandbox.worker_main
autograder.sandbox.worker_main.describe = lambda value: Described("network", "Sequential", {"layers": []})
"""
    ),
}
ATTACKS = [Attack(name, "forge", page) for name, page in SCRIPTS.items()]
# Two of the checks show their inputs to everybody, [1, 2] and [0, 1, 2, 3]: an answer can be written down for these.
KNOWN = {
    "answers for the inputs that are shown": script("return [2.0, 4.0] if len(numbers) == 2 else numbers"),
    "a list that shifts": script("return Shifting([1.0, 2.0])", SHIFTING),
    "patched descriptions": quietly(
        "import autograder.sandbox.worker_main\nautograder.sandbox.worker_main.describe = lambda value: [2.0, 4.0]"
    ),
}
ATTACKS += [Attack(name, "forge", page, most=30.0) for name, page in KNOWN.items()]
