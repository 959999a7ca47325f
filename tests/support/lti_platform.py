"""A learning platform in miniature that speaks LTI 1.3, written from the specifications of 1EdTech:

https://www.imsglobal.org/spec/security/v1p0/ (logins, signed tokens, access), https://www.imsglobal.org/spec/lti/v1p3/ (launches),
https://www.imsglobal.org/spec/lti-ags/v2p0/ (columns, scores, results) and https://www.imsglobal.org/spec/lti-nrps/v2p0 (people).
"""

import functools
import html
import json
import time
import urllib.parse
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from loopback_server import Answer, Asked, LoopbackServer

CLIENT, DEPLOYMENT, COURSE = "client-1", "deployment-1", "course:Counting"
ASSIGNMENT = "/lineitems/Seven/lineitem?type_id=3"  # an address may have a question mark
CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
AGS = "https://purl.imsglobal.org/spec/lti-ags/"
NRPS = "https://purl.imsglobal.org/spec/lti-nrps/"
ROLE = "http://purl.imsglobal.org/vocab/lis/v2/"
INSTRUCTOR, LEARNER = f"{ROLE}membership#Instructor", f"{ROLE}membership#Learner"
SCOPES = [f"{AGS}scope/lineitem", f"{AGS}scope/result.readonly", f"{AGS}scope/score"]
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@functools.cache
def key(number: int = 0) -> rsa.RSAPrivateKey:
    """A secret key; each number has another one."""
    return rsa.generate_private_key(65537, 2048)


@functools.cache
def key_pem() -> bytes:
    """Of a course, made once in a run of the tests."""
    return key(99).private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


@dataclass
class Member:
    name: str
    email: str = ""
    sourcedid: str = ""
    active: bool = True
    roles: list[str] = field(default_factory=lambda: [LEARNER])


@dataclass
class Graded:
    """What one student has in the column."""

    score: float | None = None
    comments: list[str] = field(default_factory=list)
    timestamp: str = ""


class LtiPlatform(LoopbackServer):
    """Whoever is not active is not in the list, and a score for them is refused. A number is a student's, as text."""

    def __init__(self) -> None:
        super().__init__()
        self.people = {
            51: Member("Ada Lovelace", "ada@x.org", "a1"),
            52: Member("Ben Bo", "ben@x.org", "b1"),
            53: Member("Cleo Xu", "cleo@x.org", "c1"),
            50: Member("Prof Turing", roles=[INSTRUCTOR, f"{ROLE}institution/person#Instructor"]),
        }
        self.graded = defaultdict(Graded)
        self.assignment = {"id": self.address + ASSIGNMENT, "scoreMaximum": 100.0, "label": "Miniature", "endDateTime": "2026-05-31T23:59:00Z"}
        self.made: list[dict] = []
        self.page = 2  # of every list
        self.shows_comments = False
        self.tool_key = key(99).public_key()
        self.signing = [0]  # the numbers of the keys that are published
        self.lifetime = 3600
        self.tokens: dict[str, list[str]] = {}
        self.jtis: set[str] = set()
        self.filters_results = True

    # -- the browser's way -------------------------------------------------------------------------------------------------

    def registration(self, desk: str) -> dict[str, object]:
        """What the administrator gives to the course: the table ``[lti]``."""
        place = self.address
        return {
            "issuer": place, "client_id": CLIENT, "deployments": [DEPLOYMENT], "login_url": f"{place}/auth", "token_url": f"{place}/token",
            "keys_url": f"{place}/keys", "desk": desk, "course": COURSE,
        }  # fmt: skip

    def initiation(self, user: int = 50) -> dict[str, str]:
        """What the browser brings to the desk first."""
        return {
            "iss": self.address, "login_hint": f"user-{user}", "target_link_uri": "http://127.0.0.1:8731/lti/launch",
            "lti_message_hint": "hint=1&x", "client_id": CLIENT, "lti_deployment_id": DEPLOYMENT,
        }  # fmt: skip

    def claims(self, user: int, nonce: str, /, **changed: object) -> dict[str, object]:
        member = self.people[user]
        found = {
            "iss": self.address, "aud": CLIENT, "sub": str(user), "nonce": nonce, "iat": int(time.time()), "exp": int(time.time()) + 3600,
            "name": member.name, "email": member.email,
            f"{CLAIM}message_type": "LtiResourceLinkRequest", f"{CLAIM}version": "1.3.0", f"{CLAIM}deployment_id": DEPLOYMENT,
            f"{CLAIM}target_link_uri": "http://127.0.0.1:8731/lti/launch", f"{CLAIM}resource_link": {"id": "link-1", "title": "Miniature"},
            f"{CLAIM}roles": member.roles, f"{CLAIM}context": {"id": COURSE, "title": "Counting together", "type": [f"{ROLE}course#CourseOffering"]},
            f"{AGS}claim/endpoint": {"scope": SCOPES, "lineitems": f"{self.address}/lineitems", "lineitem": self.assignment["id"]},
            f"{NRPS}claim/namesroleservice": {"context_memberships_url": f"{self.address}/members", "service_versions": ["2.0"]},
        }  # fmt: skip
        return {name: value for name, value in (found | {name: value for name, value in changed.items()}).items() if value is not ...}

    def id_token(self, claims: dict[str, object], number: int = 0, alg: str = "RS256", **header: object) -> str:
        """A signed token, by the key with this number."""
        return jwt.encode(claims, key(number), algorithm=alg, headers={"kid": f"key-{number}"} | header)

    def confirmed(self, address: str, **changed: object) -> dict[str, str]:
        """What the platform has the browser send to the desk, for the address to which the desk has sent it."""
        asked = {name: values[0] for name, values in urllib.parse.parse_qs(urllib.parse.urlsplit(address).query).items()}
        wanted = {"scope": "openid", "response_type": "id_token", "response_mode": "form_post", "prompt": "none", "client_id": CLIENT}
        assert {name: asked.get(name) for name in wanted} == wanted and asked["lti_message_hint"] == "hint=1&x" and asked["redirect_uri"].endswith("/lti/launch")
        user = int(asked["login_hint"].removeprefix("user-"))
        return {"id_token": self.id_token(self.claims(user, asked["nonce"], **changed)), "state": asked["state"]}

    # -- requests ------------------------------------------------------------------------------------------------------------

    def respond(self, asked: Asked) -> Answer:
        if asked.path == "/keys":
            return Answer({"keys": [{**json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key(one).public_key())), "kid": f"key-{one}", "alg": "RS256", "use": "sig"} for one in self.signing]})
        if asked.path == "/auth":
            return self._auth(asked)
        if asked.path == "/token":
            return self._token(asked)
        kind, scopes, answer = self._service(asked)
        granted = self.tokens.get(asked.headers.get("authorization", "").removeprefix("Bearer "))
        if granted is None:
            return Answer({"error": "the access token is not valid"}, 401)
        if not set(scopes) & set(granted):
            return Answer({"error": "insufficient_scope"}, 403)
        found = answer()
        found.kind = kind if found.status < 400 else found.kind
        return found

    def _service(self, asked: Asked):
        items = "application/vnd.ims.lis.v2.lineitem"
        if asked.path == "/members":
            return "application/vnd.ims.lti-nrps.v2.membershipcontainer+json", [f"{NRPS}scope/contextmembership.readonly"], lambda: self._members(asked)
        if asked.path == "/lineitems" and asked.method == "POST":
            return f"{items}+json", SCOPES[:1], lambda: self._make(asked)
        if asked.path == "/lineitems":
            return f"{items}container+json", SCOPES[:1], lambda: self._in_pages(asked, [self.assignment, *self.made])
        if asked.path == "/lineitems/Seven/lineitem":
            return f"{items}+json", SCOPES[:1], lambda: Answer(self.assignment)
        if asked.path == "/lineitems/Seven/lineitem/results":
            return "application/vnd.ims.lis.v2.resultcontainer+json", SCOPES[1:2], lambda: self._results(asked)
        if asked.path == "/lineitems/Seven/lineitem/scores" and asked.method == "POST":
            return "application/json", SCOPES[2:], lambda: self._score(asked)
        return "", [*SCOPES, f"{NRPS}scope/contextmembership.readonly"], lambda: Answer({"error": "nothing is here"}, 404)

    def _auth(self, asked: Asked) -> Answer:
        """A page that sends a form by itself, as platforms have it."""
        fields = self.confirmed(f"?{urllib.parse.urlencode({name: values[0] for name, values in asked.query.items()})}")
        hidden = "".join(f'<input type="hidden" name="{name}" value="{html.escape(value)}">' for name, value in fields.items())
        target = html.escape(asked.query["redirect_uri"][0])
        return Answer(f'<body onload="document.forms[0].submit()"><form method="post" action="{target}">{hidden}</form>'.encode(), kind="text/html")

    def _token(self, asked: Asked) -> Answer:
        form = {name: values[0] for name, values in asked.form.items()}
        try:
            assert form["grant_type"] == "client_credentials" and form["client_assertion_type"] == ASSERTION
            said = jwt.decode(form["client_assertion"], self.tool_key, algorithms=["RS256"], audience=f"{self.address}/token", options={"require": ["iss", "sub", "aud", "iat", "exp", "jti"]})
            assert said["iss"] == said["sub"] == CLIENT and said["jti"] not in self.jtis
        except (KeyError, AssertionError, jwt.InvalidTokenError):
            return Answer({"error": "invalid_client"}, 400)
        self.jtis.add(said["jti"])
        token = f"access-{len(self.tokens)}-secret"
        self.tokens[token] = form["scope"].split()
        return Answer({"access_token": token, "token_type": "Bearer", "expires_in": self.lifetime, "scope": form["scope"]})

    def _in_pages(self, asked: Asked, found: list) -> Answer:
        number = int(asked.query.get("Page", ["1"])[0])
        headers = {}
        if number * self.page < len(found):
            query = urllib.parse.urlencode({name: values[0] for name, values in asked.query.items()} | {"Page": number + 1})
            headers["Link"] = f'<{self.address}{asked.path}?{query}>; rel="next"'  # letters of both sizes
        return Answer(found[(number - 1) * self.page : number * self.page], headers=headers)

    def _members(self, asked: Asked) -> Answer:
        people = [
            {"user_id": str(number), "name": one.name, "email": one.email, "lis_person_sourcedid": one.sourcedid, "roles": one.roles, "status": "Active"}
            for number, one in self.people.items()
            if one.active
        ]
        answer = self._in_pages(asked, people)
        answer.content = {"id": f"{self.address}/members", "context": {"id": COURSE}, "members": answer.content}
        return answer

    def _make(self, asked: Asked) -> Answer:
        found = json.loads(asked.body)
        assert asked.headers["content-type"] == "application/vnd.ims.lis.v2.lineitem+json" and found["scoreMaximum"] > 0 and found["label"]
        self.made.append({**found, "id": f"{self.address}/lineitems/{len(self.made)}"})
        return Answer(self.made[-1], 201)

    def _results(self, asked: Asked) -> Answer:
        wanted = asked.query.get("user_id", [""])[0] if self.filters_results else ""
        assert asked.query["type_id"] == ["3"]
        found = [
            {
                "id": f"{self.assignment['id']}/results/{number}", "userId": str(number), "resultScore": one.score, "resultMaximum": self.assignment["scoreMaximum"],
                "scoreOf": self.assignment["id"], **({"comment": one.comments[-1]} if one.comments and self.shows_comments else {}),
            }
            for number, one in sorted(self.graded.items())
            if one.score is not None and wanted in ("", str(number))
        ]  # fmt: skip
        return self._in_pages(asked, found)

    def _score(self, asked: Asked) -> Answer:
        found = json.loads(asked.body)
        assert asked.headers["content-type"] == "application/vnd.ims.lis.v1.score+json" and asked.query["type_id"] == ["3"]
        assert (found["activityProgress"], found["gradingProgress"]) == ("Completed", "FullyGraded") and found["scoreGiven"] >= 0 < found["scoreMaximum"]
        assert datetime.fromisoformat(found["timestamp"]).tzinfo is not None
        user = int(found["userId"])
        if user not in self.people or not self.people[user].active:
            return Answer({"errors": {"type": "unprocessable_entity", "message": "User not found in course or is not a student"}}, 422)
        one = self.graded[user]
        if one.timestamp and found["timestamp"] <= one.timestamp:
            return Answer({"error": "a newer score is there"}, 409)
        one.score, one.timestamp = self.assignment["scoreMaximum"] * found["scoreGiven"] / found["scoreMaximum"], found["timestamp"]
        if found.get("comment"):
            one.comments.append(found["comment"])
        return Answer({"resultUrl": f"{self.assignment['id']}/results/{user}"})
