"""One module per part of the site; each makes a Blueprint `bp` and lists it here."""

from __future__ import annotations

from flask import Blueprint

from sdprocess.web.views import account, beheer, dossier, dossiers, openbaar, raadslid, static, toets, voorstel, werk

BLUEPRINTS: tuple[Blueprint, ...] = (
    static.bp,
    openbaar.bp,
    toets.bp,
    account.bp,
    werk.bp,
    dossiers.bp,
    dossier.bp,
    voorstel.bp,
    raadslid.bp,
    beheer.bp,
)
