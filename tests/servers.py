"""SPARQL servers on this machine, filled with a file of N-Quads: Oxigraph's and Virtuoso."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: The graph that Virtuoso keeps triples without a graph in.
UNION = "https://w3id.org/onecity/graph/union"
_OXIGRAPH = Path(sys.executable).parent / "oxigraph"
_INI = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {folder}
StopCompilerWhenXOverRunTime = 1
MaxOptimizeLayouts = 100
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 10000
"""


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _await(url: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    for _ in range(int(seconds / 0.1)):
        assert server.poll() is None, f"the server ended: {server.args!r}"
        try:
            urllib.request.urlopen(url + "?query=ASK%7B%7D", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"no server at {url}")


@contextmanager
def _running(command: list[str], folder: Path, url: str) -> Iterator[str]:
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _await(url, server)
        yield url
    finally:
        server.kill()
        server.wait()


@contextmanager
def oxigraph(quads: Path, folder: Path) -> Iterator[str]:
    """The URL of an Oxigraph server that serves ``quads`` read-only, kept in ``folder``."""
    load = [str(_OXIGRAPH), "load", "--location", str(folder / "store"), "--file", str(quads)]
    subprocess.run(load, check=True, capture_output=True)
    at = f"127.0.0.1:{_port()}"
    serve = [str(_OXIGRAPH), "serve-read-only", "--location", str(folder / "store"), "--bind", at]
    with _running(serve, folder, f"http://{at}/query") as url:
        yield url


@contextmanager
def virtuoso(quads: Path, folder: Path) -> Iterator[str]:
    """The URL of a Virtuoso that serves ``quads``; it gives no more than 10,000 rows at a time."""
    sql, http = _port(), _port()
    ini = _INI.format(sql=sql, http=http, folder=quads.parent)
    (folder / "virtuoso.ini").write_text(ini, encoding="utf-8")
    serve = ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]
    with _running(serve, folder, f"http://127.0.0.1:{http}/sparql") as url:
        load = f"DB.DBA.TTLP(file_open('{quads}'), '', '{UNION}', 512);\n"
        subprocess.run(
            ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", "ERRORS=STDOUT"],
            input=load, encoding="utf-8", check=True, capture_output=True, cwd=folder,
        )  # fmt: skip
        yield f"{url}?default-graph-uri={UNION}"
