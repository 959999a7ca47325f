"""The table ``[lti]`` of a ``course.toml``: the course as a tool of a learning platform."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.core.languages import message
from autograder.desk.toml_values import TomlValues
from autograder.lms.lti_registration import USUAL_DESK, LtiRegistration, desk_address, service_address
from autograder.lms.platform import LTI, LmsPlace

NEEDED = ("issuer", "client_id", "deployments", "login_url", "token_url", "keys_url")
KNOWN = (*NEEDED, "audience", "desk", "course")


def read_lti(table: Mapping[str, Any], values: TomlValues) -> LtiRegistration | None:
    """What the table says; None if it is empty, or only the desk's address is known yet.

    Raises:
        CourseUnusable: a key is missing or wrong.
    """
    desk = read_desk(table, values)
    if not any(table.get(key) for key in NEEDED):
        return None
    missing = [key for key in NEEDED if not table.get(key)]
    if missing:
        raise values.wrong(f"lti.{missing[0]}", message("{key} is missing; see them all with   autograder course lti"))
    deployments = table["deployments"]
    if type(deployments) is not list or {*map(type, deployments)} != {str}:
        raise values.wrong("lti.deployments", message('{key} is {found}; expected a list of texts, such as ["1"].', found=repr(deployments)))
    urls = {key: values.text(table, key, "lti.", "") for key in ("login_url", "token_url", "keys_url")}
    for key, address in urls.items():
        try:
            service_address(address)
        except ValueError as error:
            raise values.wrong(f"lti.{key}", message("{key} cannot be used: {error}", error=error)) from error
    return LtiRegistration(
        issuer=values.text(table, "issuer", "lti.", ""),
        client_id=values.text(table, "client_id", "lti.", ""),
        deployments=tuple(deployments),
        audience=values.text(table, "audience", "lti.", ""),
        desk=desk,
        course=values.text(table, "course", "lti.", ""),
        **urls,
    )


def read_desk(table: Mapping[str, Any], values: TomlValues) -> str:
    """The address at which browsers reach the desk."""
    try:
        return desk_address(values.text(table, "desk", "lti.", USUAL_DESK))
    except ValueError as error:
        raise values.wrong("lti.desk", message("{key} cannot be used: {error}", error=error)) from error


def lti_place(lti: LtiRegistration | None) -> LmsPlace | None:
    """Where the course is on its platform; None if it is not connected yet."""
    return LmsPlace(LTI, lti.issuer, lti.course) if lti is not None and lti.course else None
