"""“Keep this site offline”: asked for, kept, read without a connection, brought up to date, removed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from komsiluk.exports.offline import Kept, digest, is_kept, lists
from tests.browser.reading import Reader
from tests.browser.serving import POLICY, serving

LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "mk")
KEPT = """async () => (await Promise.all((await caches.keys()).map(async (name) =>
  (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname)))).flat()"""


@pytest.fixture
def copied(small: Path, tmp_path: Path) -> Path:
    """A copy of the small site that a test may change."""
    shutil.copytree(small, tmp_path / "good")
    return tmp_path / "good"


@pytest.fixture
def place(copied: Path) -> Iterator[str]:
    """The address of the copy: below a folder of a strict server that says what it is asked."""
    with serving(copied.parent, {"Content-Security-Policy": POLICY}) as address:
        yield f"{address}good/"


def keep(page: Page) -> None:
    """Press the button, and wait until all is there."""
    page.locator("[data-do=keep]").click()
    expect(page.locator("[data-do=remove]")).to_be_visible()
    expect(page.locator("[data-part=kept]")).to_be_visible()


def relist(folder: Path) -> None:
    """Write the lists again, as a build does."""
    files = (
        Kept(path=path, size=file.stat().st_size, digest=digest(file.read_bytes()))
        for file in folder.rglob("*")
        if file.is_file() and is_kept(path := file.relative_to(folder).as_posix())
    )
    for path, data in lists(files, LANGUAGES):
        (folder / path).write_bytes(data)


def test_nothing_is_kept_before_it_is_asked_for(reader: Reader, place: str, copied: Path) -> None:
    page = reader(place, "mk/")
    page.get_by_role("contentinfo").locator("a[href$='offline/']").click()
    expect(page.locator("[data-told=none]")).to_be_visible()
    sizes = json.loads((copied / "offline/sizes.json").read_text("utf-8"))
    one = (sizes["shared"]["bytes"] + sizes["mk"]["bytes"]) / 1e6
    expect(page.locator("[data-size=one]")).to_have_text(f"{one:.1f} MB".replace(".", ","))
    every = sum(told["bytes"] for told in sizes.values()) / 1e6
    expect(page.locator("[data-size=all]")).to_have_text(f"{every:.1f} MB".replace(".", ","))
    assert page.evaluate(KEPT) == []
    assert (
        page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    )


def test_a_language_that_is_kept_is_kept_without_a_connection(reader: Reader, place: str) -> None:
    page = reader(place, "mk/offline/")
    keep(page)
    assert {path.split("/")[2] for path in page.evaluate(KEPT)} <= {
        "mk",
        "assets",
        "offline",
        "search",
    }
    page.context.set_offline(True)
    page.goto("mk/practices/?sort=new")
    page.locator(".k-card a").first.click()
    expect(page).to_have_url(re.compile(r"/good/mk/practices/[\w-]+/$"))
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("body")).to_have_css("background-color", "rgb(250, 246, 238)")
    page.wait_for_function("() => document.querySelector('.k-band img')?.naturalWidth !== 0")
    page.goto("mk/themes")
    expect(page).to_have_url(f"{place}mk/themes/")


def test_a_page_that_is_not_kept_is_told_apart_from_one_that_is_not_there(
    browser: Browser, place: str
) -> None:
    """Without the `reader`, who would mind the failed request."""
    context = browser.new_context(base_url=place)
    page = context.new_page()
    page.goto("mk/offline/")
    keep(page)
    page.goto("about/")
    assert page.evaluate(KEPT).count("/good/about/index.html") == 0, "what is visited is not kept"
    page.context.set_offline(True)
    page.goto("practices/")
    expect(page).to_have_url(f"{place}mk/offline/#not-here")
    expect(page.locator("[data-part=not-here]")).to_be_visible()
    expect(page.locator("[data-part=what]")).to_contain_text("Македонски")
    expect(page.locator("[data-do=keep]")).to_be_hidden()
    context.close()


def test_an_update_fetches_only_what_changed(reader: Reader, place: str, copied: Path) -> None:
    page = reader(place, "offline/")
    keep(page)
    changed = copied / "about/index.html"
    changed.write_text(changed.read_text("utf-8").replace("</h1>", " anew</h1>"), encoding="utf-8")
    relist(copied)
    page.goto("about/")
    expect(page.locator("h1")).not_to_contain_text("anew")
    page.goto("offline/")
    expect(page.locator("[data-part=message]")).to_contain_text("There is a newer version; 0.0 MB")
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.endswith(".json"):
            asked.append(request.url)

    page.on("request", note)
    expect(page.locator("[data-do=keep]")).to_have_text("Update")
    keep(page)
    expect(page.locator("[data-told=current]")).to_be_visible()
    assert asked == [f"{place}about/"]
    page.goto("about/")
    expect(page.locator("h1")).to_contain_text("anew")
    assert page.evaluate(KEPT).count("/good/about/index.html") == 1


def test_another_language_is_kept_beside_the_first(reader: Reader, place: str) -> None:
    page = reader(place, "mk/offline/")
    keep(page)
    page.goto("sr-Latn/offline/")
    keep(page)
    expect(page.locator("[data-part=what]")).to_contain_text("Srpski (latinica), Македонски")
    page.get_by_role("radio").nth(1).check()
    keep(page)
    expect(page.locator("[data-part=what]")).to_contain_text("English, Srpski (latinica)")
    expect(page.locator("[data-part=choice]")).to_be_hidden()


def test_removing_leaves_nothing(reader: Reader, place: str) -> None:
    page = reader(place, "offline/")
    keep(page)
    page.locator("[data-do=remove]").click()
    expect(page.locator("[data-told=removed]")).to_be_visible()
    assert page.evaluate("() => caches.keys()") == []
    assert (
        page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    )
    page.reload()
    expect(page.locator("[data-told=none]")).to_be_visible()


def test_a_device_without_room_is_told_how_much_is_needed(reader: Reader, place: str) -> None:
    page = reader(place)
    page.add_init_script("navigator.storage.estimate = async () => ({ quota: 5e5, usage: 4e5 })")
    page.goto("offline/")
    page.locator("[data-do=keep]").click()
    expect(page.locator("[data-part=message]")).to_have_text(
        re.compile(r"There is not enough space .* Needed are \d+\.\d MB, free are 0\.1 MB\.")
    )


def test_what_broke_off_goes_on_where_it_was(browser: Browser, place: str) -> None:
    """Without the `reader`, who would mind the failed request."""
    context = browser.new_context(base_url=place)
    page = context.new_page()
    page.goto("offline/")
    page.route("**/good/practices/", lambda route: route.fulfill(status=503))
    page.locator("[data-do=keep]").click()
    expect(page.locator("[data-told=failed]")).to_be_visible()
    expect(page.locator("[data-part=kept]")).to_be_hidden()
    page.unroute("**/good/practices/")
    page.reload()
    expect(page.locator("[data-told=partly]")).to_be_visible()
    expect(page.locator("[data-do=keep]")).to_have_text("Go on")
    keep(page)
    context.close()


def test_a_browser_that_keeps_nothing_says_so(reader: Reader, place: str) -> None:
    page = reader(place)
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto("offline/")
    expect(page.locator("[data-told=cannot]")).to_be_visible()
    expect(page.locator(".k-offline button:visible")).to_have_count(0)


def test_a_phone_may_install_the_site(reader: Reader, place: str) -> None:
    page = reader(place, "mk/")
    session = page.context.new_cdp_session(page)
    told = session.send("Page.getAppManifest")
    assert told["url"] == f"{place}mk/manifest.webmanifest"
    assert told["errors"] == []
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in found] == ["in-incognito"], "as every test is"
