"""Where content lives and how a file of it is named: `<id>/<version>.yaml`, and the hash of its bytes."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from sdprocess.domain.findings import ContentRef

VERSION = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})", re.ASCII)


def content_root() -> Path:
    """The folder that holds `workflows/`, `checklists/` and `templates/`: inside the wheel, or the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_inhoud"
    return installed if installed.is_dir() else package.parent


def version_key(version: str) -> tuple[int, ...]:
    """Sorts versions as numbers: 1.10.0 after 1.9.0."""
    return tuple(int(part) for part in version.split("."))


def sha256_of(source: Path | str) -> str:
    """The hash of a file (a Path) or of a text (a str) as UTF-8."""
    return hashlib.sha256(source.encode() if isinstance(source, str) else source.read_bytes()).hexdigest()


def content_ref(path: Path) -> ContentRef:
    """The reference of a content file `<id>/<version>.yaml`: its place gives id and version, its bytes the hash."""
    return ContentRef(path.parent.name, path.stem, sha256_of(path))
