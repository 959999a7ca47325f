"""Trouble for the judge, the machine and the others."""

from redteam.attacks import HEAD, TOTAL, Attack, quietly, script

NESTED = "found = []\nfor _ in range(100_000):\n    found = [found]\nreturn found"


def attacks(canary: str, package: str) -> list[Attack]:
    """Args:
    canary: a file that everybody may write to; package: the folder of ``autograder``.
    """
    scripts = {
        "an endless loop": script("while True:\n    pass"),
        "an endless loop that cannot be interrupted": script(
            "while True:\n    try:\n        while True:\n            time.sleep(0.01)\n    except BaseException:\n        pass"
        ),
        "deaf to signals": script(
            "for number in range(1, 64):\n    try:\n        signal.signal(number, signal.SIG_IGN)\n"
            "    except (OSError, ValueError):\n        pass\nwhile True:\n    pass"
        ),
        "sleep": script("time.sleep(3600)"),
        "nearly all the time there is": script("time.sleep(0.6)\nreturn numbers"),
        "recursion": script("return double(numbers)"),
        "recursion of the machine": script("sys.setrecursionlimit(10**9)\nreturn double(numbers)"),
        "the end": script("os._exit(0)"),
        "an abort": script("os.abort()"),
        "a wild pointer": script("ctypes.string_at(0)"),
        "a signal to itself": script("signal.raise_signal(signal.SIGKILL)\nreturn numbers"),
        "a signal to everybody": quietly("os.kill(-1, signal.SIGKILL)\nos.killpg(0, signal.SIGKILL)"),
        "a signal to its parents": quietly("for number in range(1, 400):\n    os.kill(number, signal.SIGKILL)"),
        "all the memory": script("return np.ones((1 << 40,))"),
        "all the memory, bit by bit": script("found = []\nwhile True:\n    found.append(bytearray(1 << 24))"),
        "shared memory that counts for nobody": script(
            "import mmap\nfound = []\nwhile True:\n    found.append(mmap.mmap(-1, 1 << 28))\n    found[-1].write(b'x' * (1 << 28))"
        ),
        "a fork bomb": script("while True:\n    os.fork()"),
        "a bomb of programs": script("while True:\n    subprocess.Popen(['/bin/sleep', '600'])"),
        "a thread bomb": script(
            "while True:\n    threading.Thread(target=time.sleep, args=(600,), daemon=True).start()"
        ),
        "a full disk": script(
            "number = 0\nwhile True:\n    number += 1\n    open(f'fill{number}', 'wb').write(b'x' * (1 << 24))"
        ),
        "a million files": script("number = 0\nwhile True:\n    number += 1\n    open(f'file{number}', 'w').close()"),
        "all descriptors": script("found = []\nwhile True:\n    found.append(os.open('/dev/null', os.O_RDONLY))"),
        "a closed line": script("os.close(3)\nreturn numbers"),
        "every descriptor closed": script("os.closerange(0, 300)\nreturn numbers"),
        "half an answer": script("os.write(3, b'\\xff\\xff\\xff')\ntime.sleep(600)"),
        "an answer without end": script("while True:\n    os.write(3, b'\\x00' * 65536)"),
        "an answer of a gigabyte": script("return np.zeros(1 << 27)"),
        "an answer of a million levels": script(NESTED),
        "an answer that contains itself": script("found = []\nfound.append(found)\nreturn found"),
        "an answer of ten million parts": script("return list(range(10_000_000))"),
        "an integer of a million digits": script("return [1 << 4_000_000]"),
        "a gigabyte of prints": script("while True:\n    print('x' * 1_000_000)\n    os.write(2, b'x' * 1_000_000)"),
        "a child that outlives": quietly(
            "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(600)\n    os._exit(0)"
        ),
        "no death with its parent": quietly(
            "libc = ctypes.CDLL(None)\nlibc.prctl(1, 0, 0, 0, 0)\nos.setsid()\nos.setpgid(0, 0)"
        ),
        "damage to a file": quietly(f"open({canary!r}, 'w').write('damaged')\nos.remove({canary!r})"),
        "rights of a file": quietly(f"os.chmod({canary!r}, 0)\nos.chown({canary!r}, 0, 0)"),
        "damage to the judge": quietly(
            f"for path in glob.glob({package!r} + '/*.py'):\n    open(path, 'a').write('raise SystemExit')"
        ),
        "damage to the libraries": quietly("open(np.__file__, 'a').write('raise SystemExit')\nos.remove(np.__file__)"),
        "a start-up file for the next one": quietly(
            "import site\n"
            "for folder in [*sys.path, site.getusersitepackages(), os.path.expanduser('~')]:\n"
            "    for name in ('usercustomize.py', 'sitecustomize.py', 'evil.pth', 'numpy.py', '.bashrc', 'conftest.py'):\n"
            "        try:\n            open(os.path.join(folder, name), 'w').write('import os; os._exit(0)')\n"
            "        except OSError:\n            pass"
        ),
        "the whole machine": quietly(
            "libc = ctypes.CDLL(None)\nlibc.unshare(0x10000000)\nlibc.mount(b'none', b'/tmp', b'tmpfs', 0, None)\n"
            "libc.reboot(0x1234567)\nos.nice(-20)\nos.sched_setaffinity(1, {0})"
        ),
        "settings left behind": quietly(
            "np.seterr(all='raise'); os.umask(0o777); os.chdir('/'); sys.setrecursionlimit(60)\n"
            "np.set_printoptions(threshold=0); sys.path.insert(0, '/nowhere'); np.ndarray.sum = None"
        ),
    }
    found = [Attack(name, "sabotage", page) for name, page in scripts.items()]
    at_import = (
        f"{HEAD}\ntrap = os._exit(0)\n\n\ndef double(numbers):\n    return numbers if trap else numbers\n{TOTAL}"
    )
    return [*found, Attack("the end while being read", "sabotage", at_import)]
