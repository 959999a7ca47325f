"""What is hidden: answers, secrets, files, the network."""

from redteam.attacks import SECRET, Attack, quietly, script

FORGET = "return numbers"
TELL = "raise ValueError('found: ' + repr(found)[:3000])"  # what was found would reach the report


def told(trick: str, before: str = "") -> str:
    return script(f"{trick.strip()}\n{TELL}", before)


READ = """
def read(path):
    try:
        with open(path, "rb") as file:
            return file.read(200_000)
    except OSError:
        return b""
"""


def attacks(canary: str, port: int, pages: str, solutions: str) -> list[Attack]:
    """Args:
    canary: a file with the secret that everybody may read and write. port: of a listener on this machine.
    pages, solutions: folders of the other students' pages and of the assignment.
    """
    scripts = {
        "the environment": told("found = dict(os.environ)"),
        "who has an account on this machine": quietly(
            """
paths = ['/etc/passwd', '/etc/group', '/etc/shadow', '/etc/hostname', '/etc/machine-id', '/etc/hosts', '/etc/resolv.conf',
         '/proc/cmdline', '/proc/sys/kernel/random/boot_id', '/sys/class/dmi/id/product_name', '/var/log/dpkg.log',
         *glob.glob('/home/*/.*'), *glob.glob('/root/.*'), *glob.glob('/etc/ssh/*')]
for path in paths:
    try:
        open(path, 'rb').read(50)
        return 2 * numbers
    except OSError:
        pass
"""
        ),
        "the environment of other processes": told(
            "found = [read(path) for path in glob.glob('/proc/[0-9]*/environ') + glob.glob('/proc/[0-9]*/cmdline')]",
            READ,
        ),
        "a file of somebody else": told(f"found = read({canary!r})", READ),
        "a file by its link": told(f"os.symlink({canary!r}, 'link'); found = read('link')", READ),
        "what the descriptors lead to": told(
            """
found = []
for number in range(300):
    try:
        found.append((number, os.readlink(f'/proc/self/fd/{number}'), os.pread(number, 5000, 0)))
    except OSError:
        pass
"""
        ),
        "memory of other processes": told(
            """
found = []
for folder in glob.glob('/proc/[0-9]*'):
    if folder == f'/proc/{os.getpid()}':
        continue
    try:
        with open(folder + '/maps') as maps, open(folder + '/mem', 'rb', 0) as memory:
            for line in maps:
                start, end = (int(part, 16) for part in line.split()[0].split('-'))
                if 'rw' in line and end - start < 2**27:
                    memory.seek(start)
                    if b'"""
            + SECRET[:8]
            + """' in memory.read(end - start):
                        found.append(line)
    except OSError:
        pass
"""
        ),
        "its own memory": told(
            "found = [thing for thing in gc.get_objects() if isinstance(thing, (dict, list)) and "
            "'test_hidden_numbers' in repr(thing)[:2000]]\n"
            "found += [module for module in sys.modules if 'judge' in module or 'checks' in module]"
        ),
        "the frames of its callers": told(
            """
found, step = [], sys._getframe()
while step:
    found.append({name: repr(value)[:200] for name, value in step.f_locals.items() if 'expect' in name or 'check' in name})
    step = step.f_back
found = [one for one in found if one]
"""
        ),
        "the answers themselves": quietly(
            f"""
space = {{}}
for path in glob.glob({solutions!r} + '/*.py') + glob.glob('/**/solutions/miniature/*.py', recursive=True):
    exec(compile(open(path).read().replace('from autograder import check', 'check = print'), path, 'exec'), space)
return space['double'](numbers)
"""
        ),
        "the tests": told(f"found = [read(path) for path in glob.glob({solutions!r} + '/checks/*')]", READ),
        "the pages of others": told(f"found = [read(path)[:50] for path in glob.glob({pages!r} + '/*')]", READ),
        "a connection to this machine": quietly(
            f"line = socket.create_connection(('127.0.0.1', {port}), 1)\nline.sendall(b'hidden')\nreturn 2 * numbers"
        ),
        "a datagram to this machine": quietly(
            f"socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'hidden', ('127.0.0.1', {port}))\nreturn 2 * numbers"
        ),
        "a page from the network": quietly(
            f"import urllib.request\nurllib.request.urlopen('http://127.0.0.1:{port}/', timeout=1)\nreturn 2 * numbers"
        ),
        "a socket without an address": quietly(
            "libc = ctypes.CDLL(None, use_errno=True)\n"
            "if libc.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0) >= 0:\n    return 2 * numbers"
        ),
        "shared memory": quietly(
            "from multiprocessing import shared_memory\n"
            "shared_memory.SharedMemory('redteam', create=True, size=64)\nreturn 2 * numbers"
        ),
        "a note for the next one": quietly(
            "for folder in ('/tmp', '/var/tmp', '/dev/shm', os.path.expanduser('~nobody'), '/run'):\n"
            "    try:\n        open(folder + '/redteam-note', 'w').write('hidden')\n    except OSError:\n        continue\n"
            "    if os.path.exists(folder + '/redteam-note'):\n        return 2 * numbers"
        ),
        "times of a file as a signal": quietly(f"os.utime({canary!r}, (1, 1))\nreturn 2 * numbers"),
    }
    found = [Attack(name, "leak", page) for name, page in scripts.items()]
    prints = "print('INPUT', numbers.tolist())\nreturn numbers"
    return [*found, Attack("hidden inputs in its own prints", "leak", script(prints))]


# -- hidden inputs, carried out by the page's own words ---------------------------------------------------------------------

CARRIED = "seen:"  # stands before what a page says of its argument, when it is none of the public checks'
FOUND = f"""
PUBLIC = ([1.0, 2.0], [0.0, 1.0, 2.0, 3.0], [1.0, 2.0, 4.0])
KEPT = []


def seen(numbers):
    if numbers.tolist() not in PUBLIC:
        KEPT.append(numbers.tolist())
        return {CARRIED!r} + repr(numbers.tolist())
    return ""
"""


def carrier(body: str) -> str:
    """A page whose functions both do the same with their argument."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    functions = "\n\n".join(f"def {name}(numbers):\n{lines}\n" for name in ("double", "total"))
    return f"import logging, sys, warnings\nimport numpy as np\n{FOUND}\n\n{functions}"


CARRIERS = {
    "an exception": carrier("if seen(numbers): raise ValueError(seen(numbers))\nreturn numbers"),
    "a print": carrier("print(seen(numbers))\nreturn numbers"),
    "the error stream": carrier("print(seen(numbers), file=sys.stderr)\nreturn numbers"),
    "a warning": carrier("seen(numbers) and warnings.warn(seen(numbers))\nreturn numbers"),
    "a type's name": carrier("return type(seen(numbers) or 'nothing', (), {})()"),
    "a text": carrier("return seen(numbers) or 'nothing'"),
    "a key": carrier("return {seen(numbers) or 'nothing': 1}"),
    "an exception's type": carrier("if seen(numbers): raise type(seen(numbers), (ValueError,), {})()\nreturn numbers"),
    "a public check that is written later": carrier(
        "seen(numbers)\nif KEPT and numbers.tolist() in PUBLIC: raise ValueError('seen:' + repr(KEPT))\nreturn numbers"
    ),
}
TOO_LATE = ["a public check that is written later"]  # public checks are run first
