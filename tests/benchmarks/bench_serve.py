"""A server under attack: how quickly others are answered, and how large it grows.

Run: ``python -m tests.benchmarks.bench_serve``. Twenty bad queries run at once, again and again,
for half a minute, while another client asks ``ASK {}`` once a second and measures.
"""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path

from tests.exports.endpoint.conftest import Server, make_build, start, stop
from tests.exports.endpoint.test_attacks import ATTACKS, begin

SECONDS, AT_ONCE = 30.0, 20


def attack(server: Server, number: int, end: float, counts: dict[int, int]) -> None:
    texts = list(ATTACKS.values())
    while time.monotonic() < end:
        number += 1
        status = begin(server, texts[number % len(texts)]).status
        counts[status] = counts.get(status, 0) + 1


def ask_once(server: Server) -> float:
    """Seconds that an answer takes; one second more when it is no answer."""
    begun = time.monotonic()
    failed = server.query("ASK {}").status != 200
    return time.monotonic() - begun + failed


def measure(folder: Path) -> None:
    """Print the latencies of the other client, and the memory of the process in front."""
    make_build(folder / "out")
    server = start(folder / "out", folder / "log", "--timeout", "10")
    quiet = sorted(ask_once(server) for _ in range(30))
    end, counts = time.monotonic() + SECONDS, dict[int, int]()
    attackers = [
        threading.Thread(target=attack, args=(server, number, end, counts))
        for number in range(AT_ONCE)
    ]
    for one in attackers:
        one.start()
    took, memory = list[float](), 0
    while time.monotonic() < end:
        took.append(ask_once(server))
        memory = max(memory, server.memory())
        time.sleep(max(0.0, 1 - took[-1]))
    for one in attackers:
        one.join()
    took.sort()
    print(f"bad queries  {counts}")
    for name, times in (("before", quiet), ("meanwhile", took)):
        half, most = times[len(times) // 2], times[int(len(times) * 0.99)]
        print(f"ASK {name:9}  p50 {1000 * half:.0f} ms, p99 {1000 * most:.0f} ms")
    print(f"front        {memory / 1e6:.0f} MB")
    print(f"ended with   {stop(server)}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        measure(Path(place))
