"""The mark of a database that holds demo people, whose passwords everybody knows."""

from __future__ import annotations

from sdprocess.domain.errors import NotAllowed
from sdprocess.services.ports import World

MARK = "demo"


def mark_demo(world: World) -> None:
    """Mark this database, before the first demo account. Raises NotAllowed outside a demo and when it holds people."""
    if not world.demo:
        raise NotAllowed(reason="geen-demo")
    with world.uow(write=True) as uow:
        if uow.people.all() and not uow.marks.get(MARK):
            raise NotAllowed(reason="er-zijn-al-mensen")
        uow.marks.put(MARK, "ja")
        uow.commit()


def is_demo(world: World) -> bool:
    """Whether this database holds demo data."""
    with world.uow() as uow:
        return bool(uow.marks.get(MARK))
