"""What a workflow of ours says on GitHub: finds what another one left, and answers below a pull request.

    answer.py fetch FILE          the review that the run $RUN_ID left, into FILE
    answer.py comment FILE        FILE below the open pull request whose newest commit is $HEAD_SHA
    answer.py issue TITLE FILE    FILE as the text of the one issue of that title

It runs with a token, so it needs nothing but Python, runs nothing and believes nothing that it
fetches: a pull request is found by its commit, and no number or name comes from the other run.
"""

from __future__ import annotations

import io
import json
import os
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

ARTIFACT, MEMBER = "review", "review.json"
MOST_BYTES = 1024 * 1024
MOST_PAGES = 10
BOT = "github-actions[bot]"
MARK = "<!-- komsiluk: review -->"
"""The first line of an answer, which `komsiluk review` writes."""

Call = Callable[..., Any]
"""Method, path below the API's address, and data for it, to what GitHub answers."""


def fetch(call: Call, download: Callable[[str], bytes], run: str, file: Path) -> None:
    """Write the review that a run left to a file."""
    found = [
        held
        for held in call("GET", f"actions/runs/{_number(run)}/artifacts?per_page=100")["artifacts"]
        if held["name"] == ARTIFACT and not held["expired"]
    ]
    if not found or found[0]["size_in_bytes"] > MOST_BYTES:
        raise SystemExit("the run left no review, or one that is too large")
    with zipfile.ZipFile(io.BytesIO(download(found[0]["archive_download_url"]))) as archive:
        held = archive.getinfo(MEMBER)
        if held.file_size > MOST_BYTES:
            raise SystemExit("the review is too large")
        with archive.open(held) as opened:
            file.write_bytes(opened.read(MOST_BYTES))


def comment(call: Call, commit: str, text: str) -> None:
    """Answer below the pull request, or write the earlier answer anew."""
    number = next((held["number"] for held in _pulls(call) if held["head"]["sha"] == commit), None)
    if number is None:
        print("no open pull request ends with this commit")
        return
    for held in _pages(call, f"issues/{_number(number)}/comments"):
        if held["user"]["login"] == BOT and held["body"].startswith(MARK):
            call("PATCH", f"issues/comments/{_number(held['id'])}", {"body": text})
            return
    call("POST", f"issues/{_number(number)}/comments", {"body": text})


def issue(call: Call, title: str, text: str) -> None:
    """Write the text of the issue of that title anew, or open it."""
    for held in _pages(call, "issues?state=open&creator=github-actions[bot]"):
        if held["title"] == title and held["user"]["login"] == BOT:
            call("PATCH", f"issues/{_number(held['number'])}", {"body": text})
            return
    call("POST", "issues", {"title": title, "body": text})


def _pulls(call: Call) -> Iterator[Any]:
    return _pages(call, "pulls?state=open&sort=updated&direction=desc")


def _pages(call: Call, path: str) -> Iterator[Any]:
    for page in range(1, MOST_PAGES + 1):
        held = call("GET", f"{path}{'&' if '?' in path else '?'}per_page=100&page={page}")
        yield from held
        if len(held) < 100:
            return


def _number(value: object) -> int:
    """A number, whatever it came as. Raises `ValueError` for what is none."""
    return int(str(value))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves a redirection to us: the token is for GitHub, and not for where it keeps files."""

    def redirect_request(self, *arguments: Any) -> None:
        return None


class GitHub:
    """GitHub's API for one repository."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._token = environment["GITHUB_TOKEN"]
        self._root = f"{environment['GITHUB_API_URL']}/repos/{environment['GITHUB_REPOSITORY']}/"

    def call(self, method: str, path: str, data: object = None) -> Any:
        """Ask, and read the answer."""
        body = None if data is None else json.dumps(data).encode()
        with urllib.request.urlopen(self._request(self._root + path, method, body)) as answer:
            return json.load(answer)

    def download(self, address: str) -> bytes:
        """A file that GitHub keeps elsewhere; the token does not go there."""
        if not address.startswith(self._root):
            raise SystemExit("this file is not of this repository")
        opener = urllib.request.build_opener(_NoRedirect)
        try:
            with opener.open(self._request(address, "GET", None)) as answer:
                return bytes(answer.read(MOST_BYTES + 1))
        except urllib.error.HTTPError as error:
            if error.code != 302:
                raise
            with urllib.request.urlopen(error.headers["Location"]) as answer:
                return bytes(answer.read(MOST_BYTES + 1))

    def _request(self, address: str, method: str, body: bytes | None) -> urllib.request.Request:
        return urllib.request.Request(
            address,
            data=body,
            method=method,
            headers={
                "Authorization": f"Bearer {self._token}",
                "Accept": "application/vnd.github+json",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )


def main(arguments: list[str], environment: Mapping[str, str]) -> None:
    """Do what the arguments say."""
    github = GitHub(environment)
    match arguments:
        case ["fetch", file]:
            fetch(github.call, github.download, environment["RUN_ID"], Path(file))
        case ["comment", file]:
            comment(github.call, environment["HEAD_SHA"], Path(file).read_text("utf-8"))
        case ["issue", title, file]:
            issue(github.call, title, Path(file).read_text("utf-8"))
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:], os.environ)
