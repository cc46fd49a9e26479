"""Errors that carry codes and facts. The words a person reads are in `sdprocess.texts`."""

from __future__ import annotations

from typing import Any


class SdprocessError(Exception):
    """Base of every expected error. `code` names the sentence in `texts`, `facts` fills its blanks."""

    code = "fout"

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(f"{self.code}: {facts}" if facts else self.code)


class UnreadableDocument(SdprocessError):
    """A file cannot become a SourceText. `reason` is the code of the sentence that says what to do."""

    code = "document-onleesbaar"

    def __init__(self, reason: str, **facts: Any) -> None:
        self.reason = reason
        super().__init__(reason=reason, **facts)


class InvalidContent(SdprocessError):
    """A content file (workflow, checklist, synonym table) has problems; `problems` lists all of them."""

    code = "inhoud-ongeldig"

    def __init__(self, problems: tuple[object, ...]) -> None:
        self.problems = problems
        super().__init__(problems="; ".join(str(p) for p in problems))


class NotFound(SdprocessError):
    """The thing does not exist, or this actor may not know that it does."""

    code = "niet-gevonden"


class NotAllowed(SdprocessError):
    """The actor may know of the thing but not do this with it."""

    code = "niet-toegestaan"


class StaleDossier(SdprocessError):
    """Someone changed the aggregate first. facts: `seen` and `current` revision."""

    code = "intussen-gewijzigd"


class InvalidInput(SdprocessError):
    """What was typed cannot be used. `fields` maps a field name to the code of its sentence."""

    code = "invoer-ongeldig"

    def __init__(self, **fields: str) -> None:
        self.fields = fields
        super().__init__(**fields)
