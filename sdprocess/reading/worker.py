"""A child process that reads documents, one after another; it is replaced when a document breaks it."""

from __future__ import annotations

import contextlib
import json
import selectors
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sdprocess
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.text import SourceText
from sdprocess.reading.gate import Format, admit
from sdprocess.reading.limits import LIMITS, Limits
from sdprocess.reading.wire import from_dict

_START = "import sys; sys.path.insert(0, sys.argv[1]); from sdprocess.reading.child import main; main()"
_CHUNK = 1 << 16
_KILLED_BY_CPU = -24
"""Exit status after SIGXCPU."""


class ReadingWorker:
    """Reads untrusted files outside this process. One caller at a time; give each thread its own.

    with ReadingWorker() as worker:
        source = worker.read(data, "voorstel.docx")
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, data: bytes, filename: str) -> SourceText:
        """The text of a file. Raises UnreadableDocument."""
        fmt = admit(data, filename, self.limits)
        answer = self._ask(data, fmt)
        if answer.get("refused") == "geheugen-op":
            # its memory is in pieces: the next document gets a fresh process
            self.close()
        if "refused" in answer:
            raise UnreadableDocument(answer["refused"], **answer["facts"])
        return from_dict(answer)

    def close(self) -> None:
        """End the child. A closed worker may be used again; it starts a new one."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            home = str(Path(sdprocess.__file__).resolve().parent.parent)
            self._child = subprocess.Popen(
                [sys.executable, "-I", "-c", _START, home],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={"LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"},
            )
        return self._child

    def _ask(self, data: bytes, fmt: Format) -> dict[str, Any]:
        deadline = time.monotonic() + self.limits.wall_seconds
        child = self._started()
        header = json.dumps({"format": fmt, "size": len(data), "limits": asdict(self.limits)}).encode() + b"\n"
        try:
            assert child.stdin is not None  # noqa: S101  Popen was given a pipe
            child.stdin.write(header + data)
            child.stdin.flush()
            line = self._line(child, deadline)
        except (BrokenPipeError, EOFError) as error:
            status = child.wait()
            self.close()
            reason = "tijd-op" if status == _KILLED_BY_CPU else "geheugen-op" if status in _OUT_OF_MEMORY else "kapot"
            raise UnreadableDocument(reason, limit=self.limits.cpu_seconds) from error
        except TimeoutError as error:
            self.close()
            raise UnreadableDocument("tijd-op", limit=self.limits.wall_seconds) from error
        answer: dict[str, Any] = json.loads(line)
        return answer

    @staticmethod
    def _line(child: subprocess.Popen[bytes], deadline: float) -> bytes:
        """One line of the child's output. Raises TimeoutError, or EOFError when the child ended."""
        assert child.stdout is not None  # noqa: S101  Popen was given a pipe
        parts: list[bytes] = []
        with selectors.DefaultSelector() as selector:
            selector.register(child.stdout, selectors.EVENT_READ)
            while not parts or not parts[-1].endswith(b"\n"):
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise TimeoutError
                part = child.stdout.read1(_CHUNK)  # type: ignore[attr-defined]
                if not part:
                    raise EOFError
                parts.append(part)
        return b"".join(parts)


_OUT_OF_MEMORY = frozenset({1, -6, -9, -5, -4})
"""How a process ends that cannot get memory: an error while answering, abort, kill, trap."""
