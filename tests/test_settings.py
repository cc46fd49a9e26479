from __future__ import annotations

from pathlib import Path

import pytest

from sdprocess.settings import Environment, InvalidSettings, kept_secret, load_settings

SECRET = "k7Fq2vXz9LmR4tYw8PbN3sHd6JcG5aUe"
GOOD = {
    "SDPROCESS_OMGEVING": "productie",
    "SDPROCESS_GEHEIM": SECRET,
    "SDPROCESS_GEMEENTE": "Proefdam",
    "SDPROCESS_DATABASE_URL": "postgresql://localhost/sdprocess",
}


def test_without_any_setting_it_runs_for_development(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load_settings({"HOME": "/ergens"})
    assert settings.environment is Environment.DEVELOPMENT
    assert settings.database_url == f"sqlite:///{tmp_path}/var/sdprocess.sqlite3"
    assert (settings.https, settings.demo, settings.production, settings.secret_given) == (False, False, False, False)
    assert (settings.max_upload_bytes, settings.session_hours, settings.trusted_proxies) == (25 * 1024 * 1024, 10, 0)


def test_the_secret_is_made_once_and_only_the_owner_reads_it(tmp_path: Path) -> None:
    env = {"SDPROCESS_GEGEVENS": str(tmp_path / "gegevens")}
    first = load_settings(env).secret
    assert len(first) >= 32
    assert load_settings(env).secret == first
    assert (tmp_path / "gegevens" / "geheim").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "gegevens").stat().st_mode & 0o777 == 0o700


def test_a_damaged_secret_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("half")
    assert kept_secret(tmp_path, lambda: "n" * 40) == "n" * 40
    assert (tmp_path / "geheim").stat().st_mode & 0o777 == 0o600


def test_a_complete_production_is_accepted_and_makes_no_secret_file(tmp_path: Path) -> None:
    settings = load_settings({**GOOD, "SDPROCESS_GEGEVENS": str(tmp_path), "SDPROCESS_PROXYS": "1"})
    assert (settings.production, settings.https, settings.secret, settings.trusted_proxies) == (True, True, SECRET, 1)
    assert list(tmp_path.iterdir()) == []


REFUSED = [
    pytest.param({**GOOD, "SDPROCESS_HTTPS": "nee"}, "SDPROCESS_HTTPS", id="production without https"),
    pytest.param({**GOOD, "SDPROCESS_GEHEIM": ""}, "SDPROCESS_GEHEIM", id="production with a made secret"),
    pytest.param({**GOOD, "SDPROCESS_GEMEENTE": " "}, "SDPROCESS_GEMEENTE", id="production without a name"),
    pytest.param({**GOOD, "SDPROCESS_DATABASE_URL": ""}, "SDPROCESS_DATABASE_URL", id="production by default database"),
    pytest.param({"SDPROCESS_GEHEIM": "kort"}, "te raden", id="a short secret"),
    pytest.param({"SDPROCESS_GEHEIM": "a" * 40}, "te raden", id="a secret of one letter"),
    pytest.param({"SDPROCESS_OMGEVING": "test"}, "ontwikkeling, demo, productie", id="an unknown environment"),
    pytest.param({"SDPROCESS_HTTPS": "true"}, "ja, nee", id="yes in another language"),
    pytest.param({"SDPROCESS_DATABASE_URL": "mysql://x"}, "sqlite:///", id="another database"),
    pytest.param({"SDPROCESS_INHOUD": "/bestaat/niet"}, "/bestaat/niet", id="no such folder"),
    pytest.param({"SDPROCESS_MAX_UPLOAD_MB": "veel"}, "1 tot en met 100", id="no number"),
    pytest.param({"SDPROCESS_MAX_UPLOAD_MB": "1000"}, "1 tot en met 100", id="too much"),
    pytest.param({"SDPROCESS_SESSIE_UREN": "0"}, "1 tot en met 72", id="too little"),
    pytest.param({"SDPROCESS_GEHIEM": SECRET}, "SDPROCESS_GEHIEM", id="a misspelt setting"),
]


@pytest.mark.parametrize(("environ", "told"), REFUSED)
def test_what_is_not_safe_is_refused_with_a_sentence(environ: dict[str, str], told: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings) as refused:
        load_settings({"SDPROCESS_GEGEVENS": str(tmp_path / "x"), **environ})
    assert len(refused.value.sentences) == 1
    assert told in refused.value.sentences[0]
    assert not (tmp_path / "x").exists()


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings) as refused:
        load_settings({"SDPROCESS_OMGEVING": "productie", "SDPROCESS_HTTPS": "nee", "SDPROCESS_PROXYS": "9"})
    assert len(refused.value.sentences) == 5
