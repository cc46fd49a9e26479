"""The reading process: documents in on standard input, SourceTexts out on standard output, within hard bounds.

A request is one line of JSON (`format`, `size`, `limits`) and then `size` bytes; an answer is one line of JSON: the
SourceText, or `{"refused": reason, "facts": {...}}`. It reads until its input ends.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any, BinaryIO

from sdprocess.content.sections import section_table
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.reading.failures import refusal
from sdprocess.reading.limits import Limits
from sdprocess.reading.parse import parse_bytes
from sdprocess.reading.wire import to_json


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer every request until the input ends."""
    while header := requests.readline():
        request = json.loads(header)
        data = requests.read(request["size"])
        answers.write(_answer(data, request).encode("ascii") + b"\n")
        answers.flush()


def _answer(data: bytes, request: dict[str, Any]) -> str:
    limits = Limits(**request["limits"])
    _bound(limits)
    try:
        return to_json(parse_bytes(data, request["format"], section_table(), limits))
    except UnreadableDocument as error:
        return json.dumps({"refused": error.reason, "facts": {k: v for k, v in error.facts.items() if k != "reason"}})
    except Exception as error:  # noqa: BLE001  whatever a library does with a hostile file, the answer is a refusal
        return json.dumps({"refused": refusal(error).reason, "facts": {}})


def _bound(limits: Limits) -> None:
    """Memory for the whole process; processor time for this document on top of what was used before."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = int(used.ru_utime + used.ru_stime) + 1 + limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Serve on the standard streams. Nothing a library prints may reach the answers."""
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr
    serve(sys.stdin.buffer, answers)
