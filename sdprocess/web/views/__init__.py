"""One module per part of the site; each makes a Blueprint `bp` and lists it here."""

from __future__ import annotations

from flask import Blueprint

from sdprocess.web.views import (
    account,
    advies,
    beheer,
    dossier,
    dossiers,
    ijken,
    ijken_lezen,
    kaders,
    keuzes,
    ontwerp,
    ontwerp_wijziging,
    openbaar,
    planning,
    raadslid,
    raden,
    register,
    static,
    toets,
    voorstel,
    werk,
)

BLUEPRINTS: tuple[Blueprint, ...] = (
    static.bp,
    openbaar.bp,
    toets.bp,
    account.bp,
    werk.bp,
    dossiers.bp,
    planning.bp,
    dossier.bp,
    voorstel.bp,
    advies.bp,
    raadslid.bp,
    keuzes.bp,
    ontwerp_wijziging.bp,
    ontwerp.bp,
    raden.bp,
    register.bp,
    ijken.bp,
    ijken_lezen.bp,
    beheer.bp,
    kaders.bp,
)
