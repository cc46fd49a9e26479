"""Settings, read once from the environment and handed on as one frozen value. Refuses what is not safe."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sdprocess.domain.errors import SdprocessError
from sdprocess.texts.nl import say

PREFIX = "SDPROCESS_"
NAMES = frozenset(
    PREFIX + name
    for name in (
        "DATABASE_URL",
        "GEGEVENS",
        "GEHEIM",
        "GEMEENTE",
        "OMGEVING",
        "HTTPS",
        "INHOUD",
        "MAX_UPLOAD_MB",
        "SESSIE_UREN",
        "PROXYS",
    )
)
MIN_SECRET = 32
DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")
YES_NO = {"ja": True, "nee": False}


class Environment(StrEnum):
    """Where this installation runs. Only `demo` may make demo accounts, only `productie` holds real ones."""

    DEVELOPMENT = "ontwikkeling"
    DEMO = "demo"
    PRODUCTION = "productie"


class InvalidSettings(SdprocessError):  # noqa: N818  named as the errors of the domain
    """One or more settings cannot be used; `sentences` has a Dutch sentence for each."""

    code = "instellingen-ongeldig"

    def __init__(self, sentences: tuple[str, ...]) -> None:
        self.sentences = sentences
        super().__init__(problems="\n".join(f"- {s}" for s in sentences))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an administrator can set. `secret` signs sessions; `secret_given` says it came from the environment.

    content: folder with workflows/, checklists/ and templates/, None = the content that comes with the product.
    trusted_proxies: how many proxies in front may be believed about scheme and address.
    """

    database_url: str
    data_dir: Path
    secret: str
    secret_given: bool
    municipality: str
    environment: Environment
    https: bool
    content: Path | None
    max_upload_bytes: int
    session_hours: int
    trusted_proxies: int

    @property
    def demo(self) -> bool:
        """Whether demo people and dossiers may be made here."""
        return self.environment is Environment.DEMO

    @property
    def production(self) -> bool:
        return self.environment is Environment.PRODUCTION


def load_settings(environ: Mapping[str, str]) -> Settings:
    """Settings from an environment mapping; makes the data folder and, outside production, a secret in it.

    Raises InvalidSettings with every problem at once.
    """
    problems: list[str] = [say("instelling-onbekend", name=n) for n in sorted(environ) if _unknown(n)]
    values = {name.removeprefix(PREFIX): environ[name].strip() for name in NAMES if environ.get(name, "").strip()}
    environment = _environment(values, problems)
    data_dir = Path(values.get("GEGEVENS", "var")).absolute()
    https = _yes_no(values, "HTTPS", environment is Environment.PRODUCTION, problems)
    content = Path(values["INHOUD"]).absolute() if "INHOUD" in values else None
    if content is not None and not content.is_dir():
        problems.append(say("instelling-inhoud-map", path=content))
    max_upload = _number(values, "MAX_UPLOAD_MB", 25, (1, 100), problems)
    hours = _number(values, "SESSIE_UREN", 10, (1, 72), problems)
    proxies = _number(values, "PROXYS", 0, (0, 5), problems)
    database_url = values.get("DATABASE_URL", f"sqlite:///{data_dir / 'sdprocess.sqlite3'}")
    if not database_url.startswith(DATABASES):
        problems.append(say("instelling-database", known=", ".join(DATABASES)))
    problems.extend(_unsafe(values, environment, https=https))
    if problems:
        raise InvalidSettings(tuple(problems))
    return Settings(
        database_url=database_url,
        data_dir=data_dir,
        secret=values.get("GEHEIM") or kept_secret(data_dir),
        secret_given="GEHEIM" in values,
        municipality=values.get("GEMEENTE", say("gemeente-onbekend")),
        environment=environment,
        https=https,
        content=content,
        max_upload_bytes=max_upload * 1024 * 1024,
        session_hours=hours,
        trusted_proxies=proxies,
    )


def kept_secret(data_dir: Path, make: Callable[[], str] = lambda: secrets.token_urlsafe(48)) -> str:
    """The secret kept in the data folder, readable by this user only; made when it is not there yet."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = data_dir / "geheim"
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        kept = path.read_text("utf-8").strip()
        if len(kept) >= MIN_SECRET:
            return kept
    secret = make()
    path.chmod(0o600)
    path.write_text(secret, "utf-8")
    return secret


def _unknown(name: str) -> bool:
    return name.startswith(PREFIX) and name not in NAMES


def _unsafe(values: Mapping[str, str], environment: Environment, *, https: bool) -> list[str]:
    """What may not be combined: production asks for https, an own secret, a name and a chosen database."""
    problems: list[str] = []
    secret = values.get("GEHEIM", "")
    if secret and (len(secret) < MIN_SECRET or len(set(secret)) < MIN_SECRET // 4):
        problems.append(say("instelling-geheim-zwak", least=MIN_SECRET))
    if environment is not Environment.PRODUCTION:
        return problems
    if not https:
        problems.append(say("instelling-productie-https"))
    problems.extend(
        say("instelling-productie-ontbreekt", name=PREFIX + name)
        for name in ("GEHEIM", "GEMEENTE", "DATABASE_URL")
        if name not in values
    )
    return problems


def _environment(values: Mapping[str, str], problems: list[str]) -> Environment:
    given = values.get("OMGEVING", Environment.DEVELOPMENT.value)
    try:
        return Environment(given)
    except ValueError:
        allowed = ", ".join(e.value for e in Environment)
        problems.append(say("instelling-keuze", name="SDPROCESS_OMGEVING", given=given, allowed=allowed))
        return Environment.DEVELOPMENT


def _yes_no(values: Mapping[str, str], name: str, default: bool, problems: list[str]) -> bool:
    given = values.get(name)
    if given is None:
        return default
    if given.lower() in YES_NO:
        return YES_NO[given.lower()]
    problems.append(say("instelling-keuze", name=PREFIX + name, given=given, allowed=", ".join(YES_NO)))
    return default


def _number(values: Mapping[str, str], name: str, default: int, bounds: tuple[int, int], problems: list[str]) -> int:
    low, high = bounds
    given = values.get(name)
    if given is None:
        return default
    if re.fullmatch(r"\d{1,6}", given) and low <= int(given) <= high:
        return int(given)
    problems.append(say("instelling-getal", name=PREFIX + name, given=given, low=low, high=high))
    return default
