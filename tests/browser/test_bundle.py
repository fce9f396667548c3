"""A bundle opened from a folder, as from a USB stick: no server, no net, a clean console."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.reading import Reader


def begin(reader: Reader, bundle: Path) -> Page:
    return reader(f"{bundle.as_uri()}/", "START.html")


def test_one_click_opens_the_site_in_a_language(reader: Reader, bundle: Path) -> None:
    page = begin(reader, bundle)
    page.get_by_role("link", name="Македонски").click()
    expect(page.locator("html")).to_have_attribute("lang", "mk")
    expect(page.locator("body")).to_have_css("background-color", "rgb(250, 246, 238)")


def test_every_page_of_a_language_opens_without_a_fault(reader: Reader, bundle: Path) -> None:
    page = begin(reader, bundle)
    folder = bundle / "site/mk"
    for file in sorted(folder.rglob("*.html")):
        page.goto(file.as_uri())
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("html.js")).to_have_count(1)
    page.wait_for_load_state("networkidle")


def test_the_ways_to_other_pages_and_languages_work(reader: Reader, bundle: Path) -> None:
    page = begin(reader, bundle)
    page.get_by_role("link", name="English").click()
    page.get_by_role("main").locator("a[href='practices.html']").first.click()
    page.get_by_role("main").locator(".k-card a").first.click()
    here = page.url
    page.locator(".k-menu--languages summary").click()
    page.locator(".k-menu--languages").get_by_role("link", name="Srpski").click()
    assert page.url == here.replace("/site/", "/site/sr-Latn/")
    page.locator(".k-brand").click()
    assert page.url.endswith("/site/sr-Latn/index.html")


def test_a_practice_is_written_and_opened_in_the_form_from_a_folder(
    reader: Reader, bundle: Path, tmp_path: Path
) -> None:
    page = begin(reader, bundle)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("link", name="English").click()
    page.goto((bundle / "site/practices/tool-library.html").as_uri())
    page.get_by_role("link", name="Improve this page").click()
    title = page.get_by_label("What is it called?")
    expect(title).to_have_value(re.compile("."))
    title.fill("A library of tools")
    with page.expect_download() as download:
        page.locator("[data-do=save]").click()
    download.value.save_as(tmp_path / "sent.zip")
    with zipfile.ZipFile(tmp_path / "sent.zip") as archive:
        text = archive.read("tool-library/practice.yml").decode()
    assert 'title: "A library of tools"' in text
    page.locator("#open-file").set_input_files(tmp_path / "sent.zip")
    expect(page.locator(".k-form__said")).to_contain_text("“A library of tools” is open.")


def test_the_page_about_keeping_says_that_this_is_a_copy(reader: Reader, bundle: Path) -> None:
    page = begin(reader, bundle)
    page.get_by_role("link", name="English").click()
    page.get_by_role("contentinfo").get_by_role("link", name="This is a copy").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "This is a copy that needs no connection."
    )
    web = page.get_by_role("main").get_by_role("link")
    expect(web).to_have_attribute("href", "https://small.example.org/")


def test_searching_and_narrowing_down_work_from_a_folder(reader: Reader, bundle: Path) -> None:
    page = begin(reader, bundle)
    page.get_by_role("link", name="English").click()
    page.goto((bundle / "site/practices.html").as_uri())
    page.get_by_role("combobox").first.press_sequentially("tool")
    expect(page.get_by_role("option").first).to_contain_text("ool")
    page.goto((bundle / "site/practices.html").as_uri())
    page.locator(".k-facets input").first.check(force=True)
    expect(page).to_have_url(re.compile(r"/site/practices\.html\?\w+="))
