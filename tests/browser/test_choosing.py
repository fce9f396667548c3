"""Keep and compare: chosen on practice pages, set side by side, kept with notes, handed on, printed."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from komsiluk.pages.buckets import bucket
from tests.browser.axe import prepare, violations
from tests.browser.kinds import prefix
from tests.browser.reading import DESK, FORBIDDEN, PHONE, Reader, focus_by_key
from tests.browser.test_keyboard import PASSED_OVER, faults_of_stops
from tests.browser.test_narrow import lost

CLUBS, BAKERY, COURSE, GRANTS = (
    "good-neighbor-clubs",
    "utociste-social-bakery",
    "embroidery-course",
    "start-up-grants",
)


def keeping(page: Page, *ids: str, **notes: str) -> None:
    """Have these practices kept before the next page opens."""
    page.evaluate(
        "([ids, notes]) => { localStorage.setItem('komsiluk.kept', ids);"
        " localStorage.setItem('komsiluk.notes', notes); }",
        [
            json.dumps(ids),
            json.dumps({name.replace("_", "-"): note for name, note in notes.items()}),
        ],
    )


def titles(page: Page) -> list[str]:
    """The heads of the columns of a comparison."""
    return page.locator(".k-comparison__title").all_inner_texts()


def test_a_practice_is_kept_with_one_key_and_the_header_counts(reader: Reader, home: str) -> None:
    page = reader(home, f"practices/{CLUBS}/")
    badge = page.locator(".k-kept")
    expect(badge).to_be_hidden()
    keep = page.get_by_role("button", name="Keep")
    focus_by_key(page, keep)
    page.keyboard.press("Enter")
    expect(keep).to_have_attribute("aria-pressed", "true")
    expect(badge).to_have_text("Shortlist: 1")
    page.goto("sr-Cyrl/about/")
    expect(badge).to_contain_text("1")
    badge.click()
    expect(page.locator(".k-shortlist__own .k-saved__title")).to_have_text(
        ["Клубови добрих комшија"]
    )


def test_two_practices_are_chosen_and_stand_side_by_side(reader: Reader, home: str) -> None:
    page = reader(home, f"practices/{CLUBS}/")
    tray = page.get_by_role("region", name="Chosen for comparison")
    page.get_by_role("button", name="Compare").click()
    expect(tray).to_contain_text("Choose at least one more practice.")
    page.goto(f"practices/{BAKERY}/")
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("link", name="Compare (2)").click()
    expect(page).to_have_url(f"{home}compare/?p={CLUBS},{BAKERY}")
    expect(page.locator(".k-comparison__title a")).to_have_count(2)
    assert titles(page) == ["Good Neighbor Clubs", "Utočište, a social bakery"]
    page.locator(".k-comparison__title a").first.click()
    expect(page).to_have_url(f"{home}practices/{CLUBS}/")


def test_a_fifth_practice_does_not_push_another_out(reader: Reader, home: str) -> None:
    page = reader(home)
    page.evaluate(
        "(ids) => localStorage.setItem('komsiluk.compared', ids)",
        json.dumps([BAKERY, COURSE, GRANTS, "skills-training-together"]),
    )
    page.goto(f"practices/{CLUBS}/")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".k-tray")).to_contain_text("Four practices fit side by side.")
    expect(page.get_by_role("link", name="Compare (4)")).to_be_visible()


def test_rows_that_differ_are_marked_and_can_be_shown_alone(reader: Reader, home: str) -> None:
    page = reader(home, f"compare/?p={CLUBS},{BAKERY}")
    where, cost = page.locator("[data-fact=where]"), page.locator("[data-fact=cost]")
    expect(where).to_contain_text("≠ differs")
    expect(cost).to_contain_text("= the same")
    expect(cost.locator("td")).to_have_text(["not reported"] * 2)
    page.get_by_role("checkbox", name="Only rows that differ").check()
    expect(cost).to_be_hidden()
    expect(where).to_be_visible()


def test_every_cell_names_its_practice_and_its_fact(reader: Reader, home: str) -> None:
    page = reader(home, f"compare/?p={CLUBS},{GRANTS}")
    cell = page.locator("[data-fact=achieved] td").nth(1)
    names = cell.evaluate(
        "(cell) => cell.headers.split(' ').map((id) => document.getElementById(id).innerText)"
    )
    assert "Start-up grants" in names[0]
    assert "What was achieved" in names[1]


def test_a_column_goes_and_another_comes_from_the_shortlist(reader: Reader, home: str) -> None:
    page = reader(home)
    keeping(page, COURSE)
    page.goto(f"compare/?p={CLUBS},{BAKERY}")
    page.get_by_role("button", name="Remove “Good Neighbor Clubs”").click()
    expect(page.get_by_role("status").first).to_have_text("Choose at least one more practice.")
    page.get_by_label("Add from the shortlist").select_option(
        label="An embroidery course led by a refugee woman"
    )
    expect(page.locator(".k-comparison__title")).to_have_count(2)
    expect(page).to_have_url(f"{home}compare/?p={BAKERY},{COURSE}")


def test_an_unknown_name_is_told_and_nothing_else_is_lost(reader: Reader, home: str) -> None:
    page = reader(home, f"compare/?p={CLUBS},never-there,{BAKERY},<img>")
    expect(page.get_by_text("No practice here is called “never-there”.")).to_be_visible()
    assert titles(page) == ["Good Neighbor Clubs", "Utočište, a social bakery"]
    assert "never-there" in page.url


def test_borrowed_text_keeps_its_language(reader: Reader, home: str) -> None:
    page = reader(home, f"mk/compare/?p={CLUBS},{GRANTS}")
    expect(page.locator(".k-comparison__title").nth(1)).to_have_attribute("lang", "en")
    expect(page.locator("[data-fact=planned] td").nth(1).locator("[lang=en]").first).to_be_visible()
    expect(page.locator("[data-fact=planned] td").nth(0).locator("[lang]")).to_have_count(0)


def test_notes_are_kept_as_they_are_written(reader: Reader, home: str) -> None:
    page = reader(home)
    keeping(page, CLUBS, BAKERY)
    page.goto("shortlist/")
    page.get_by_label("Your note on “Good Neighbor Clubs”").press_sequentially("Ask <b>Amra</b>")
    page.reload()
    expect(page.get_by_label("Your note on “Good Neighbor Clubs”")).to_have_value("Ask <b>Amra</b>")


def test_the_order_changes_by_keyboard_and_the_focus_goes_along(reader: Reader, home: str) -> None:
    page = reader(home)
    keeping(page, CLUBS, BAKERY, COURSE)
    page.goto("shortlist/")
    down = page.get_by_role("button", name="Move “Good Neighbor Clubs” down")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".k-saved__title").first).to_have_text("Utočište, a social bakery")
    expect(down).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move “Good Neighbor Clubs” up")).to_be_focused()


@pytest.mark.parametrize("name", ["No longer keep “Good Neighbor Clubs”", "Empty the list"])
def test_what_is_taken_away_comes_back(reader: Reader, home: str, name: str) -> None:
    page = reader(home)
    keeping(page, CLUBS, BAKERY, good_neighbor_clubs="Ask Amra")
    page.goto("shortlist/")
    page.get_by_role("button", name=name).click()
    gone = page.get_by_label("Your note on “Good Neighbor Clubs”")
    expect(gone).to_have_count(0)
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(gone).to_have_value("Ask Amra")
    expect(page.locator(".k-kept")).to_have_text("Shortlist: 2")


def test_a_shared_list_stands_beside_ones_own_until_it_is_kept(reader: Reader, home: str) -> None:
    page = reader(home)
    keeping(page, CLUBS, good_neighbor_clubs="Mine")
    notes = quote(json.dumps({CLUBS: "Theirs", BAKERY: "Bread!"}))
    page.goto(f"shortlist/?p={CLUBS},{BAKERY}#notes={notes}")
    shared = page.get_by_role("region", name="A list from somebody else")
    expect(shared.locator(".k-saved__title")).to_have_count(2)
    expect(shared).to_contain_text("Bread!")
    expect(page.locator(".k-kept")).to_have_text("Shortlist: 1")
    page.get_by_role("button", name="Keep these too").click()
    expect(shared).to_be_hidden()
    expect(page.get_by_label("Your note on “Good Neighbor Clubs”")).to_have_value("Mine\n\nTheirs")
    expect(page.get_by_label("Your note on “Utočište")).to_have_value("Bread!")
    expect(page).to_have_url(f"{home}shortlist/")


def test_the_address_of_the_list_has_the_notes_only_if_they_are_wanted(
    reader: Reader, home: str
) -> None:
    page = reader(home)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    keeping(page, CLUBS, BAKERY, good_neighbor_clubs="Ask Amra")
    page.goto("shortlist/")
    page.get_by_role("button", name="Copy the address of the list").click()
    expect(page.get_by_role("status").first).to_have_text("The address is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{home}shortlist/?p={CLUBS},{BAKERY}"
    page.get_by_role("checkbox", name="with my notes").check()
    page.get_by_role("button", name="Copy the address of the list").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('#')")
    copied = urlsplit(page.evaluate("navigator.clipboard.readText()"))
    assert parse_qs(copied.fragment)["notes"] == ['{"good-neighbor-clubs":"Ask Amra"}']
    assert "Amra" not in copied.query, "what follows # is sent to no server"


def test_a_saved_list_opens_again_and_the_text_names_what_is_not_reported(
    reader: Reader, home: str, tmp_path: Path
) -> None:
    page = reader(home)
    keeping(page, CLUBS, BAKERY, good_neighbor_clubs="Ask *Amra*")
    page.goto("shortlist/")
    saved: dict[str, Path] = {}
    for name in ("Save as text", "Save to open again"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        saved[name] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[name])
    text = saved["Save as text"].read_text("utf-8")
    assert "> Ask \\*Amra\\*" in text
    assert "- **Cost**\n  - not reported" in text
    assert "(editors’ suggestion)" in text
    page.get_by_role("button", name="Empty the list").click()
    page.locator("input[type=file]").set_input_files(saved["Save to open again"])
    page.get_by_role("button", name="Keep these too").click()
    expect(page.get_by_label("Your note on “Good Neighbor Clubs”")).to_have_value("Ask *Amra*")
    broken = tmp_path / "broken.json"
    broken.write_text('{"practices": 5}', encoding="utf-8")
    page.locator("input[type=file]").set_input_files(broken)
    expect(page.get_by_text("This file holds no shortlist.")).to_be_visible()


@pytest.mark.parametrize("held", ['"x"', "{}", '[1,null,[],"<b>"]', "not json", "null"])
def test_what_somebody_else_stored_does_no_harm(reader: Reader, home: str, held: str) -> None:
    page = reader(home)
    page.evaluate(
        "(held) => ['kept', 'compared', 'notes'].forEach((name) => localStorage.setItem(`komsiluk.${name}`, held))",
        held,
    )
    page.goto("shortlist/")
    expect(page.get_by_text("Nothing is kept yet.")).to_be_visible()
    page.goto(f"practices/{CLUBS}/")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator(".k-kept")).to_have_text("Shortlist: 1")


def test_without_storage_the_address_carries_the_list(reader: Reader, home: str) -> None:
    page = reader(home)
    page.context.add_init_script(FORBIDDEN)
    page.goto(f"practices/{CLUBS}/")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator(".k-tray")).to_contain_text("This browser keeps nothing for this site.")
    page.get_by_role("link", name="Shortlist (1)").click()
    expect(page.get_by_role("status").first).to_contain_text("This browser keeps nothing")
    page.get_by_label("Your note on “Good Neighbor Clubs”").fill("Ask Amra")
    page.reload()
    expect(page.get_by_label("Your note on “Good Neighbor Clubs”")).to_have_value("Ask Amra")
    page.goto(f"compare/?p={CLUBS},{BAKERY}")
    expect(page.locator(".k-comparison__title")).to_have_count(2)


def test_the_pack_has_a_page_for_each_practice_with_its_note(reader: Reader, home: str) -> None:
    page = reader(home)
    keeping(page, CLUBS, BAKERY, utociste_social_bakery="Bread for the fair")
    page.goto("shortlist/")
    expect(page.locator(".k-saved")).to_have_count(2)
    leaves = [
        " ".join(leaf.extract_text().split()) for leaf in PdfReader(io.BytesIO(page.pdf())).pages
    ]
    assert "Printed on" in leaves[0]
    assert "Good Neighbor Clubs 2. Utočište, a social bakery" in leaves[0]
    assert "Clubs in Novi Pazar" not in leaves[0]
    firsts = [
        leaf for leaf in leaves if "Clubs in Novi Pazar" in leaf or "A bakery in Belgrade" in leaf
    ]
    assert len(firsts) == 2
    assert "Bread for the fair" in firsts[1]
    assert "Empty the list" not in "".join(leaves)
    assert f"/shortlist/?p={CLUBS},{BAKERY}" in leaves[-1].replace(" ", "")


def test_a_comparison_is_printed_across_with_the_names_on_every_page(
    reader: Reader, home: str
) -> None:
    page = reader(home, f"compare/?p={CLUBS},{BAKERY},{COURSE},{GRANTS}")
    expect(page.locator(".k-comparison__title")).to_have_count(4)
    leaves = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    tables = [leaf for leaf in leaves if "Good Neighbor Clubs" in leaf.extract_text()]
    assert len(tables) > 2
    assert all(leaf.mediabox.width > leaf.mediabox.height for leaf in tables)


@pytest.mark.parametrize("address", ["compare/", "shortlist/"])
def test_without_script_the_page_says_what_it_would_do(
    reader: Reader, home: str, address: str
) -> None:
    page = reader(home, address, script=False)
    assert "needs JavaScript" in page.get_by_role("main").inner_text()
    expect(page.locator("main button:visible, main input:visible")).to_have_count(0)
    page.get_by_role("link", name="See all practices").click()
    expect(page.locator(".k-card").first).to_be_visible()


def test_the_browser_finds_the_bucket_that_python_chose(reader: Reader, home: str) -> None:
    page = reader(home, f"practices/{CLUBS}/")
    ids = [f"practice-{n}-{'x' * (n % 40)}" for n in range(500)]
    found = page.evaluate("(ids) => ids.map((id) => komsiluk.choosing.bucket(id, 977))", ids)
    assert found == [bucket(one, 977) for one in ids]


@pytest.mark.parametrize(
    ("language", "width"), [("en", DESK), ("sr-Cyrl", PHONE), ("sq", PHONE), ("de", 360)]
)
def test_choosing_is_without_fault_and_fits(
    reader: Reader, home: str, language: str, width: int
) -> None:
    page = reader(home, prefix(language), width=width, calm=True)
    prepare(page)
    keeping(page, CLUBS, GRANTS, good_neighbor_clubs="Ask Amra")
    found: list[str] = []
    for address, ready in (
        ("coverage/", ".k-matrix"),
        (f"compare/?p={CLUBS},{BAKERY},{GRANTS}", ".k-comparison__title"),
        (f"shortlist/?p={COURSE}", ".k-shortlist__shared .k-saved"),
        (f"practices/{CLUBS}/", ".k-keep[aria-pressed=true]"),
    ):
        page.goto(prefix(language) + address)
        page.locator(ready).first.wait_for()
        if ".k-saved" in ready:
            page.locator(".k-saved__known summary").first.click()
        if "keep" in ready:
            page.locator(".k-set-beside").click()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{address} in {scheme}: {line}" for line in violations(page)]
        found += [f"{address}: {line}" for line in lost(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "address", [f"practices/{CLUBS}/", f"compare/?p={CLUBS},{BAKERY},{GRANTS}", "shortlist/"]
)
def test_every_stop_is_seen_above_the_tray(reader: Reader, home: str, address: str) -> None:
    page = reader(home, width=PHONE, calm=True)
    keeping(page, CLUBS, BAKERY, COURSE)
    page.evaluate("localStorage.setItem('komsiluk.compared', '[\"start-up-grants\"]')")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    faults = [*faults_of_stops(page, "Tab"), *faults_of_stops(page, "Shift+Tab")]
    assert not faults, "\n".join(faults)
    page.evaluate("document.querySelectorAll(':disabled').forEach((one) => one.remove())")
    passed_over = page.evaluate(PASSED_OVER)
    assert not passed_over, "\n".join(passed_over)


def test_from_a_stick_everything_works(browser: Browser, bundle: Path) -> None:
    """Without a server: the bundle's pages are files, and may load scripts, but nothing else."""
    root = (bundle / "site").as_uri()
    one, other = "tool-library", "repair-evenings"
    context = browser.new_context(accept_downloads=True)
    context.set_default_timeout(10_000)
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda told: troubles.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(f"{root}/practices/{one}.html")
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name="Compare", exact=True).click()
    page.goto(f"{root}/mk/practices/{other}.html")
    page.locator("button[data-compare]").click()
    page.locator(".k-tray a").first.click()
    expect(page.locator(".k-comparison__title a")).to_have_count(2)
    assert page.url == f"{root}/mk/compare.html?p={one},{other}"
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".k-comparison__copy").click()
    expect(page.locator(".k-comparison__said")).not_to_be_empty()
    told = page.locator(".k-comparison__said").inner_text()
    copied = page.evaluate("() => navigator.clipboard.readText().catch(() => '')")
    assert f"https://small.example.org/mk/compare/?p={one},{other}" in (told, copied)
    page.locator(".k-comparison__remove").first.click()
    expect(page.locator(".k-comparison__title a")).to_have_count(1)
    page.locator(".k-kept").click()
    page.locator(".k-saved textarea").fill("Ask Amra")
    page.reload()
    expect(page.locator(".k-saved textarea")).to_have_value("Ask Amra")
    with page.expect_download() as download:
        page.locator(".k-shortlist__json").click()
    saved: dict[str, Any] = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert saved["practices"][0]["address"].startswith("https://small.example.org/")
    page.goto(f"{root}/coverage.html")
    page.locator(".k-matrix td a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert not troubles, "\n".join(troubles)
    context.close()
