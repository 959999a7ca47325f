"""Where a course's LTI services are, as the platform's launches have said it. The last one counts; none is ever changed."""

from __future__ import annotations

import json

from sqlalchemy import insert, select

from autograder.desk import tables
from autograder.desk.moments import now
from autograder.desk.store import Store
from autograder.lms.lti_registration import LtiServices


def latest_services(store: Store, issuer: str, course: str) -> LtiServices | None:
    """What the last launch has said; None if there was none."""
    log = tables.lti_services
    wanted = select(log).where(log.c.issuer == issuer, log.c.course == course).order_by(log.c.id.desc()).limit(1)
    with tables.said_in_one_sentence(store.engine), store.engine.connect() as connection:
        row = connection.execute(wanted).first()
    return None if row is None else LtiServices(row.course, row.title, row.lineitems, row.members, tuple(json.loads(row.scopes)))


def save_services(store: Store, issuer: str, services: LtiServices) -> bool:
    """Saves what a launch says, if it is another thing than before. Returns whether it was."""
    if latest_services(store, issuer, services.course) == services:
        return False
    row = {"made": now(), "issuer": issuer, "course": services.course, "title": services.title}
    row |= {"lineitems": services.lineitems, "members": services.members, "scopes": json.dumps(services.scopes)}
    with tables.said_in_one_sentence(store.engine), store.engine.begin() as connection:
        connection.execute(insert(tables.lti_services).values(row))
    return True
