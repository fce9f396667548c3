"""`.github/answer.py`: finds the pull request by its commit, answers once, and keeps its token to itself."""

from __future__ import annotations

import importlib.util
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FILE = Path(__file__).parents[1] / ".github" / "answer.py"


@pytest.fixture(scope="module")
def answer() -> ModuleType:
    specification = importlib.util.spec_from_file_location("answer", FILE)
    assert specification and specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


class Calls:
    """GitHub, as far as a test needs it: what it is asked, and what it answers by path."""

    def __init__(self, **answers: Any) -> None:
        self.answers = answers
        self.written: list[tuple[str, str, Any]] = []

    def __call__(self, method: str, path: str, data: Any = None) -> Any:
        """Answer."""
        if method != "GET":
            self.written.append((method, path, data))
            return {}
        page = int(path.rpartition("&page=")[2]) if "&page=" in path else 1
        held = next(found for name, found in self.answers.items() if path.startswith(name))
        return held[100 * (page - 1) : 100 * page] if isinstance(held, list) else held


def pull(number: int, commit: str) -> dict[str, Any]:
    return {"number": number, "head": {"sha": commit}}


def said(number: int, login: str, body: str) -> dict[str, Any]:
    return {"id": number, "user": {"login": login}, "body": body}


BOT = "github-actions[bot]"
MARK = "<!-- komsiluk: review -->\n"


def test_the_pull_request_is_the_one_that_ends_with_the_commit(answer: ModuleType) -> None:
    pulls = [pull(number, f"{number:040x}") for number in range(1, 151)]
    calls = Calls(pulls=pulls, issues=[])
    answer.comment(calls, f"{140:040x}", MARK + "new")
    assert calls.written == [("POST", "issues/140/comments", {"body": MARK + "new"})]


def test_an_older_commit_is_answered_no_more(answer: ModuleType) -> None:
    calls = Calls(pulls=[pull(1, "b" * 40)], issues=[])
    answer.comment(calls, "a" * 40, MARK)
    assert calls.written == []


def test_an_earlier_answer_is_written_anew_and_nobody_elses(answer: ModuleType) -> None:
    comments = [
        said(1, "somebody", MARK + "I am the robot"),
        said(2, BOT, "something else"),
        *(said(number, "somebody", "talk") for number in range(10, 200)),
        said(3, BOT, MARK + "old"),
    ]
    calls = Calls(pulls=[pull(7, "a" * 40)], **{"issues/7/comments": comments})
    answer.comment(calls, "a" * 40, MARK + "new")
    assert calls.written == [("PATCH", "issues/comments/3", {"body": MARK + "new"})]


def test_there_is_one_worklist(answer: ModuleType) -> None:
    calls = Calls(issues=[])
    answer.issue(calls, "Worklist", "a")
    issues = [
        {"number": 3, "title": "Worklist", "user": {"login": "somebody"}},
        {"number": 4, "title": "Worklist", "user": {"login": BOT}},
    ]
    again = Calls(issues=issues)
    answer.issue(again, "Worklist", "b")
    assert calls.written == [("POST", "issues", {"title": "Worklist", "body": "a"})]
    assert again.written == [("PATCH", "issues/4", {"body": "b"})]


def packed(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def artifact(**more: Any) -> dict[str, Any]:
    held = {"name": "review", "expired": False, "size_in_bytes": 100, "archive_download_url": "x"}
    return {"artifacts": [held | more]}


def test_of_what_a_run_left_only_the_review_is_taken(answer: ModuleType, tmp_path: Path) -> None:
    calls = Calls(**{"actions/runs/5/artifacts": artifact()})
    data = packed(**{"../../out.txt": b"x", "review.json": b"{}"})
    answer.fetch(calls, lambda address: data, "5", tmp_path / "review.json")
    assert [path.name for path in tmp_path.iterdir()] == ["review.json"]
    assert (tmp_path / "review.json").read_bytes() == b"{}"


@pytest.mark.parametrize(
    "held",
    [
        artifact(size_in_bytes=2 * 1024**2),
        artifact(name="other"),
        artifact(expired=True),
        {"artifacts": []},
    ],
)
def test_what_is_too_large_or_not_there_is_not_taken(
    answer: ModuleType, tmp_path: Path, held: dict[str, Any]
) -> None:
    calls = Calls(**{"actions/runs/5/artifacts": held})
    with pytest.raises(SystemExit):
        answer.fetch(calls, lambda address: b"", "5", tmp_path / "review.json")


def test_a_bomb_in_it_is_not_unpacked(answer: ModuleType, tmp_path: Path) -> None:
    calls = Calls(**{"actions/runs/5/artifacts": artifact()})
    data = packed(**{"review.json": bytes(5 * 1024**2)})
    with pytest.raises(SystemExit, match="too large"):
        answer.fetch(calls, lambda address: data, "5", tmp_path / "review.json")


def test_a_run_is_a_number(answer: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        answer.fetch(Calls(), lambda address: b"", "5/../../user", tmp_path / "x")


@pytest.fixture
def github() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A server that sends downloads on to another place, and what it was asked with."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append({"path": self.path, "token": self.headers.get("Authorization")})
            if self.path.startswith("/repos/"):
                self.send_response(302)
                self.send_header("Location", f"http://127.0.0.1:{server.server_port}/elsewhere")
                self.end_headers()
                return
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"held": 1}).encode())

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_token_does_not_go_where_files_are_kept(
    answer: ModuleType, github: tuple[str, list[dict[str, Any]]]
) -> None:
    address, asked = github
    held = answer.GitHub(
        {"GITHUB_TOKEN": "t", "GITHUB_API_URL": address, "GITHUB_REPOSITORY": "a/b"}
    )
    assert held.download(f"{address}/repos/a/b/actions/artifacts/1/zip") == b'{"held": 1}'
    assert [(one["path"], one["token"]) for one in asked] == [
        ("/repos/a/b/actions/artifacts/1/zip", "Bearer t"),
        ("/elsewhere", None),
    ]
    with pytest.raises(SystemExit):
        held.download("https://evil.example/repos/a/b/x")
