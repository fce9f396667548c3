"""The contribution form, as people use it: filled in, kept, opened again, sent, and quiet all the while."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from komsiluk.text.slugs import slug
from tests.browser.axe import COLOURS, prepare, violations
from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.reading import PHONE, Reader, focus_by_key
from tests.browser.serving import serving
from tests.browser.test_narrow import lost
from tests.site.sites import ROOT, run

FORM = "contribute/form/"
TITLE = "Час по читање: „приказни“ #1"
COMPARE = """async () => {
  const { fields, draft, held, checks } = komsiluk.form, found = [];
  const texts = (value) => Array.isArray(value) ? value.map(texts) : value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, texts(one)])) : String(value);
  const differ = (one, other, way) => {
    if (typeof one === "object" && typeof other === "object") {
      for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) differ(one[name], other[name], `${way}.${name}`);
    } else if (one !== other && !way.endsWith(".updated") && !(way.endsWith(".basis") && other === "suggested")) found.push(way);
  };
  for (const [id] of held.names.practices) {
    const values = komsiluk.yaml.read((await komsiluk.load(`open/${id}`)).text);
    draft.fill({ values, id });
    differ(values, texts(draft.state().values), id);
    found.push(...fields.write.strange);
    found.push(...checks.all().filter(({ severity }) => severity === "error").map(({ text }) => `${id}: ${text}`));
  }
  return [held.names.practices.length, found];
}"""
"""Every practice of the site, opened one after the other: what is lost or objected to in each."""


FILL = """(values) => {
  komsiluk.form.draft.fill({ values });
  komsiluk.form.checks.showAll();
}"""
CONSENT = {"basis": "written", "date": "2026"}
STORY = {"id": "one", "text": "I came.", "names": "none", "consent": CONSENT}
PICTURE = {
    "id": "one",
    "file": "images/one.jpg",
    "alt": "A kitchen",
    "people": "recognisable-adults",
    "licence": "no-reuse",
    "consent": CONSENT,
}
STEP = {"id": "ask", "what": "Ask", "basis": "suggested"}
SOURCE = {"id": "reintegration-i", "at": "asked"}


def opened(reader: Reader, home: str, language: str = "en", **wishes: Any) -> Page:
    """The form in a language, ready to be written in."""
    page = reader(home, prefix(language) + FORM, **wishes)
    expect(page.locator(".k-form__bar")).to_be_visible()
    return page


def fill_in(page: Page) -> None:
    """The answers that everybody gives, in Macedonian, by their labels."""
    page.get_by_label("Како се вика?").fill(TITLE)
    page.get_by_label("Што е тоа и за кого, во една реченица?").fill("Деца читаат заедно.")
    page.get_by_label("Раскажете накратко").fill("Еднаш неделно, во библиотеката.\n\nСекој избира.")
    page.get_by_label("Образование").check()
    page.get_by_label("Соседство").check()
    page.get_by_role("group", name="За кого е?").get_by_label("Деца", exact=True).check()
    page.get_by_label("Каков вид потфат е?").select_option(index=1)
    page.get_by_label("Во кои држави?").press_sequentially("Северна Македонија")
    page.keyboard.press("Enter")
    organisation = page.get_by_role("listitem", name="Организација 1")
    organisation.get_by_label("Име").fill("Библиотека Искра")
    organisation.get_by_label("Улога").select_option("lead")
    page.locator("#problem").get_by_label("Во што бил проблемот?").or_(
        page.locator("[id='problem.text']")
    ).first.fill("Децата не се среќаваа по училиште.")
    page.keyboard.press("Tab")
    page.locator("#part-names").get_by_label("Каков вид организација е?").select_option(index=1)


def agree(page: Page) -> None:
    """The licence, and the questions about safety."""
    page.locator("#part-safe > summary").click()
    page.get_by_label("Текстот е наш").check()
    for tick in page.locator("[data-tick]").all():
        tick.check()


def saved(page: Page, path: Path) -> zipfile.ZipFile:
    """The zip that a person gets who presses the button."""
    with page.expect_download() as download:
        page.locator("[data-do=save]").click()
    download.value.save_as(path)
    return zipfile.ZipFile(path)


def test_from_the_macedonian_form_to_a_practice_on_the_site(
    reader: Reader, home: str, built: Path, tmp_path: Path
) -> None:
    page = opened(reader, home, "mk", width=PHONE)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill_in(page)
    page.locator("#part-results > summary").click()
    page.get_by_role("button", name="Додај: Резултат").click()
    result = page.get_by_role("listitem", name="Резултат 1")
    result.get_by_label("Што е планирано или се случило?").fill("Одржани се часови.")
    result.get_by_label("Бројка").fill("1 200")
    result.get_by_label("Постигнато").check()
    expect(page.locator(".k-form__problems")).to_contain_text("За постигнатото е потребен документ")
    result.get_by_label("Документ или страница").fill("Годишен извештај")
    result.get_by_label("Неколку зборови оттаму").fill("одржани часови")
    page.keyboard.press("Tab")
    page.locator("#part-names").get_by_label("На кој јазик е?").select_option("mk")
    agree(page)
    expect(page.locator(".k-form__state")).to_have_text("Вашата датотека е целосна.")
    archive = saved(page, tmp_path / "sent.zip")
    assert asked == [], "nothing is asked of anybody while the form is filled in"
    (folder,) = {name.partition("/")[0] for name in archive.namelist()}
    note = archive.read(f"{folder}/read-me.txt").decode()
    assert "формуларот на сајтот" in note and "Никој не може да се најде" in note

    site = tmp_path / "site"
    for name in ("practices", "docs"):
        shutil.copytree(ROOT / name, site / name)
    shutil.copy(ROOT / "mkdocs.yml", site)
    told = run("komsiluk", "intake", tmp_path / "sent.zip", cwd=site).stdout
    assert f"wrote practices/{folder}/practice.yml" in told
    text = (site / "practices" / folder / "practice.yml").read_bytes()
    assert text == archive.read(f"{folder}/practice.yml")
    assert run("komsiluk", "check", cwd=site).stdout.strip() == "no problems found"

    # Her practice on the site: built in her language, with what is kept of the other pages' pictures.
    (site / ".cache").symlink_to(ROOT / ".cache")
    config = (site / "mkdocs.yml").read_text("utf-8")
    (site / "mkdocs.yml").write_text(re.sub(r"papers: .*", "papers: [brief]", config), "utf-8")
    run("komsiluk", "build", cwd=site, KOMSILUK_LANGUAGES="mk")
    with serving(site / "site") as address:
        published = reader(address, "mk/practices/")
        published.get_by_role("link", name=TITLE).first.click()
        expect(published.get_by_role("heading", level=1)).to_have_text(TITLE)
        main = published.get_by_role("main")
        for words in (
            "Деца читаат заедно.",
            "Децата не се среќаваа",
            "Одржани се часови.",
            "1.200",
        ):
            expect(main).to_contain_text(words)
        expect(main).not_to_contain_text("Сѐ уште не е преведено")


def test_the_page_of_a_practice_leads_to_the_form_with_it_open(reader: Reader, home: str) -> None:
    page = reader(home, "mk/practices/good-neighbor-clubs/")
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="Подобрете ја страницата").click()
    expect(page).to_have_url(f"{home}mk/{FORM}?improve=good-neighbor-clubs")
    expect(page.locator("#form")).to_have_attribute("data-id", "good-neighbor-clubs")
    expect(page.get_by_label("Како се вика?")).not_to_have_value("")
    expect(page.locator("details.k-form__part[open]")).to_have_count(0)
    filled = page.locator("#part-steps .k-form__filled")
    expect(filled).to_have_text(re.compile(r"^Одговорено: [1-9]\d*$"))
    page.on("dialog", lambda dialog: dialog.accept())
    page.go_back()
    page.get_by_role("link", name="Подобрете го преводот").first.click()
    expect(page.locator("#translation").get_by_role("heading")).to_have_text(title)
    page.evaluate("window.open = (way) => { window.asked = way; }")
    page.locator("[data-way=public]").get_by_role("button").click()
    expect(page.locator(".k-form__sent")).to_have_text("Копирано.")
    way = page.evaluate("window.asked")
    assert way.endswith("/edit/main/practices/good-neighbor-clubs/t/mk.yml"), "it is there already"


def test_every_practice_of_the_site_can_be_opened_and_nothing_of_it_is_lost(
    reader: Reader, home: str
) -> None:
    page = opened(reader, home)
    n_practices, lost_ones = page.evaluate(COMPARE)
    assert n_practices > 20
    assert lost_ones == []


def test_what_is_written_is_there_again_after_a_reload_and_gone_when_cleared(
    reader: Reader, home: str
) -> None:
    page = opened(reader, home, "mk")
    page.on("dialog", lambda dialog: dialog.accept())
    fill_in(page)
    expect(page.locator(".k-form__kept")).to_contain_text("Зачувано")
    before = page.evaluate("JSON.stringify(komsiluk.form.draft.state())")
    page.reload()
    expect(page.get_by_label("Како се вика?")).to_have_value(TITLE)
    assert page.evaluate("JSON.stringify(komsiluk.form.draft.state())") == before
    page.goto("contribute/form/")
    expect(page.get_by_label("What is it called?")).to_have_value(TITLE)
    page.get_by_role("button", name="Clear everything").click()
    expect(page.get_by_label("What is it called?")).to_have_value("")
    page.reload()
    expect(page.get_by_label("What is it called?")).to_have_value("")


def test_a_shared_computer_keeps_nothing(reader: Reader, home: str) -> None:
    page = opened(reader, home)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label("What is it called?").fill("A club")
    expect(page.locator(".k-form__kept")).to_contain_text("Kept on this device")
    page.get_by_label("Shared computer").check()
    expect(page.locator(".k-form__kept")).to_have_text("Nothing is kept on this device.")
    assert page.evaluate("localStorage.getItem('komsiluk.form')") is None


def test_a_browser_that_refuses_to_keep_anything_says_so(reader: Reader, home: str) -> None:
    page = reader(home)
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('no') }")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(FORM)
    page.get_by_label("What is it called?").fill("A club")
    expect(page.locator(".k-form__kept")).to_have_text(re.compile("This browser keeps nothing"))


def test_a_draft_goes_to_a_colleague_in_the_address(reader: Reader, home: str) -> None:
    page = opened(reader, home, "mk")
    fill_in(page)
    link = page.evaluate("komsiluk.form.open.toLink()")
    assert len(link) < 2000
    other = reader(home, link.removeprefix(home))
    expect(other.get_by_label("Како се вика?")).to_have_value(TITLE)
    expect(other).to_have_url(f"{home}mk/{FORM}")
    assert other.evaluate("komsiluk.form.draft.state().values.organisations") == [
        {"organisation": "biblioteka-iskra", "role": "lead"}
    ]


def test_its_own_zip_opens_again_with_photographs_without_what_cameras_write(
    reader: Reader, home: str, tmp_path: Path
) -> None:
    photograph = tmp_path / "IMG_Amra_Novi_Pazar.jpg"
    camera = Image.Exif()
    camera[0x010E], camera[0x8825] = "Amra", {1: "N", 2: (43.0, 8.0, 24.0)}
    Image.effect_noise((2400, 1200), 80).save(photograph, exif=camera, comment=b"Amra")
    assert b"Exif" in photograph.read_bytes() and b"Amra" in photograph.read_bytes()
    page = opened(reader, home)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label("What is it called?").fill("A kitchen")
    page.locator("#part-images > summary").click()
    page.get_by_role("button", name="Add: Photograph").click()
    item = page.get_by_role("listitem", name="Photograph 1")
    item.get_by_label("The picture").set_input_files(photograph)
    expect(item.locator("canvas")).to_be_visible()
    item.get_by_label("What can be seen?").fill("Two people from behind")
    item.get_by_label("Children who can be recognised").check()
    expect(item.locator(".k-ask__error", has_text="not even with consent")).to_be_attached()
    item.get_by_label("Adults who can be recognised").check()
    expect(page.locator("[data-way=public]")).to_be_hidden()
    archive = saved(page, tmp_path / "sent.zip")
    data = archive.read("a-kitchen/images/photo-1.jpg")
    assert not any(mark in data for mark in (b"Exif", b"Amra", b"GPS", b"http", b"JFXX"))
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (1600, 800)
        assert not dict(picture.getexif())
    page.locator("#open-file").set_input_files(tmp_path / "sent.zip")
    expect(page.locator(".k-form__said")).to_contain_text("“A kitchen” is open.")
    expect(page.locator(".k-ask--photograph canvas")).to_be_visible()
    again = saved(page, tmp_path / "again.zip")
    assert again.read("a-kitchen/practice.yml") == archive.read("a-kitchen/practice.yml")


def test_a_file_that_nobody_understands_changes_nothing(
    reader: Reader, home: str, tmp_path: Path
) -> None:
    page = opened(reader, home)
    page.get_by_label("What is it called?").fill("A club")
    page.on("dialog", lambda dialog: dialog.accept())
    for text, told in (
        ("title: a\nno field\n", "(line 2)"),
        ("title: a\ncolour: red\n", "does not know: colour"),
        ("\x00\x01", "cannot be understood"),
    ):
        (tmp_path / "other.yml").write_text(text)
        page.locator("#open-file").set_input_files(tmp_path / "other.yml")
        expect(page.locator(".k-form__said")).to_contain_text(told)
        expect(page.get_by_label("What is it called?")).to_have_value("A club")


def test_dangers_are_told_after_a_field_is_left_and_in_the_catalogues_words(
    reader: Reader, home: str
) -> None:
    page = opened(reader, home)
    summary = page.get_by_label("Tell it briefly")
    summary.press_sequentially("Call 064/123-45-67 today")
    page.wait_for_timeout(600)
    expect(summary).not_to_have_attribute("aria-invalid", "true")
    summary.blur()
    expect(summary).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#summary-error")).to_contain_text("a telephone number stands in a text")
    problem = page.locator(".k-form__problems li", has_text="telephone")
    problem.get_by_role("link").click()
    expect(summary).to_be_focused()
    summary.fill("Call the office")
    expect(page.locator("#summary-error")).to_be_hidden()


def test_people_who_could_be_found_are_told_of_before_anything_is_sent(
    reader: Reader, home: str
) -> None:
    """What no answer says by itself: a few people in a town, a name beside a picture, an old consent."""
    page = opened(reader, home)
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate(
        """() => {
          const consent = { basis: "written", date: "2020-01-01", review_by: "2021-01", held_by: "Us", withdraw: "office@example.org" };
          komsiluk.form.draft.fill({ values: {
            original_language: "en", title: "A kitchen", groups: ["returnees"], places: ["novi-pazar"],
            results: [{ id: "work", claim: "Women found work.", value: 3, unit: "women", status: "achieved" }],
            images: [{ id: "one", file: "images/one.jpg", alt: "Mira Petrović in Novi Pazar", people: "recognisable-adults", consent }],
          } });
          komsiluk.form.checks.showAll();
        }"""
    )
    problems = page.locator(".k-form__problems")
    expect(problems).to_contain_text('so few people of the group "Returnees" can be recognised')
    expect(problems).to_contain_text('"Mira Petrović" looks like the name of a person')
    expect(problems).to_contain_text("it ended more than a year ago")
    page.evaluate(
        """() => {
          const { values } = komsiluk.form.draft.state();
          values.results[0].value = 30;
          values.images[0].alt = "Two people in Novi Pazar";
          values.images[0].consent.review_by = "2099";
          komsiluk.form.draft.fill({ values });
          komsiluk.form.checks.showAll();
        }"""
    )
    for told in ("so few people", "looks like the name", "ended"):
        expect(problems).not_to_contain_text(told)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"stories": [STORY]}, "when leave was given"),
        ({"stories": [{**STORY, "consent": {"basis": "not-needed"}}]}, "when leave was given"),
        ({"images": [{**PICTURE, "consent": {"basis": "not-needed"}}]}, "when leave was given"),
        ({"images": [{**PICTURE, "licence": "CC-BY-4.0"}]}, "others may not use it"),
        ({"stories": [{**STORY, "about": "child"}]}, "who made sure that everybody is safe"),
        ({"period": {"start": "2017-05", "end": "2016"}}, "The end comes before the beginning"),
        ({"steps": [{**STEP, "source": SOURCE}]}, "What is suggested has no document"),
        ({"steps": [{**STEP, "basis": "reported"}]}, "What is reported needs a document"),
        ({"session": {"minutes": 45, "activities": [{"id": "a", "minutes": 40}]}}, "40 minutes"),
        ({"problem": {"text": "None.", "sources": [{**SOURCE, "at": "a b c d e f g h i"}]}}, "Eight words"),
    ],
)  # fmt: skip
def test_what_stands_in_several_answers_is_judged(
    reader: Reader, home: str, values: dict[str, Any], told: str
) -> None:
    page = opened(reader, home)
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate(FILL, {"original_language": "en", "title": "A kitchen", **values})
    expect(page.locator(".k-form__problems")).to_contain_text(told)


def test_answers_that_agree_are_not_objected_to(reader: Reader, home: str) -> None:
    page = opened(reader, home)
    page.on("dialog", lambda dialog: dialog.accept())
    consent = {**CONSENT, "held_by": "Us", "withdraw": "office@example.org", "review_by": "2099"}
    page.evaluate(
        FILL,
        {
            "original_language": "en",
            "title": "A kitchen",
            "period": {"start": "2017-05", "end": "2017"},
            "stories": [{**STORY, "consent": consent}],
            "steps": [STEP, {**STEP, "id": "find", "basis": "reported", "source": SOURCE}],
            "images": [{**PICTURE, "people": "none", "consent": {"basis": "not-needed"}}],
        },
    )
    problems = page.locator(".k-form__problems")
    expect(problems).not_to_be_empty()
    for told in (
        "comes before",
        "leave was given",
        "What is suggested",
        "What is reported",
        "How was leave",
    ):
        expect(problems).not_to_contain_text(told)


def test_nothing_is_complete_without_the_agreement_to_its_publication(
    reader: Reader, home: str
) -> None:
    page = opened(reader, home, "mk")
    fill_in(page)
    problem = page.locator(".k-form__problems li", has_text="Без ова текстот не може да се објави")
    expect(problem).to_have_count(1)
    problem.get_by_role("link").click()
    expect(page.get_by_label("Текстот е наш")).to_be_focused()
    page.get_by_label("Текстот е наш").check()
    expect(problem).to_have_count(0)


def test_a_macedonian_title_has_the_address_that_the_command_gives(
    reader: Reader, home: str
) -> None:
    page = opened(reader, home, "mk")
    page.get_by_label("Како се вика?").fill("Ќе се дружиме")
    assert page.evaluate("komsiluk.form.pack.folder()") == slug("Ќе се дружиме")


def test_a_translation_is_looked_over_too(reader: Reader, home: str) -> None:
    page = reader(home, f"sq/{FORM}?translate=good-neighbor-clubs")
    box = page.locator("#translation")
    box.get_by_label("Si quhet?").first.fill("Thirrni 044 123 456")
    page.keyboard.press("Tab")
    expect(box.locator(".k-ask__error").first).to_contain_text("numër telefoni")
    page.locator(".k-form__problems").get_by_role("link").first.click()
    expect(box.get_by_label("Si quhet?").first).to_be_focused()


def test_items_are_added_moved_and_removed_by_keyboard(reader: Reader, home: str) -> None:
    page = opened(reader, home)
    page.locator("#part-steps > summary").focus()
    page.keyboard.press("Enter")
    for what in ("Ask", "Open"):
        button = page.get_by_role("button", name="Add: Step")
        button.focus()
        page.keyboard.press("Enter")
        page.keyboard.type(what)
    first = page.get_by_role("listitem", name="Step 1")
    expect(first.get_by_label("What is done")).to_have_value("Ask")
    focus_by_key(page, first.get_by_role("button", name="Move down"), "Shift+Tab", 40)
    page.keyboard.press("Enter")
    expect(first.get_by_label("What is done")).to_have_value("Open")
    expect(page.locator(".k-form__said")).to_contain_text("Now in place 2.")
    page.get_by_role("button", name="Remove: Step 1").press("Enter")
    expect(page.get_by_role("listitem", name=re.compile("^Step"))).to_have_count(1)
    page.get_by_role("button", name="Undo").press("Enter")
    expect(first.get_by_label("What is done")).to_have_value("Open")


def test_a_practice_is_translated_beside_its_original(
    reader: Reader, home: str, tmp_path: Path
) -> None:
    page = reader(home, f"sq/{FORM}?translate=good-neighbor-clubs")
    box = page.locator("#translation")
    expect(box.get_by_role("heading")).to_be_focused()
    title = box.get_by_label("Si quhet?").first
    expect(title).not_to_have_value("")
    title.fill("Klubet e fqinjëve")
    box.get_by_label("Organizata që do ta shohin lexuesit").fill("Shoqata Iskra")
    archive = saved(page, tmp_path / "sent.zip")
    assert archive.namelist() == ["good-neighbor-clubs/t/sq.yml", "good-neighbor-clubs/read-me.txt"]
    text = archive.read("good-neighbor-clubs/t/sq.yml").decode()
    assert 'title: "Klubet e fqinjëve"' in text and "status: human" in text
    folder = tmp_path / "site"
    for name in ("practices", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "practices/good-neighbor-clubs/t/sq.yml").write_text(text, "utf-8")
    assert run("komsiluk", "check", cwd=folder).stdout.strip() == "no problems found"


@pytest.mark.parametrize("language", ["sq", "sr-Cyrl"])
def test_the_form_with_everything_open_is_without_fault_on_a_phone(
    reader: Reader, home: str, language: str
) -> None:
    page = reader(home, width=PHONE, calm=True)
    prepare(page)
    page.goto(prefix(language) + FORM)
    page.evaluate(
        """() => {
          document.querySelectorAll(".k-form details").forEach((one) => { one.open = true; });
          document.querySelectorAll("#form .k-many").forEach((list) => list.dataset.folder || komsiluk.form.items.add(list));
          komsiluk.form.checks.showAll();
        }"""
    )
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, COLOURS)
    assert not found, "\n".join(found)
    assert lost(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_questions_can_be_read(
    reader: Reader, home: str, language: str
) -> None:
    page = reader(home, prefix(language) + FORM, script=False)
    expect(page.locator("noscript .k-notice, .k-notice").first).to_be_visible()
    document = page.get_by_role("link", name=re.compile("Word"))
    assert page.request.get(document.evaluate("(link) => link.href")).ok
    labels = page.locator(".k-ask__label:visible")
    assert labels.count() > 8
    page.locator("#part-steps > summary").click()
    expect(page.locator("#steps .k-ask__label").first).to_be_visible()


def test_the_public_way_is_offered_only_when_everything_is_vouched_for(
    reader: Reader, home: str
) -> None:
    page = opened(reader, home, "mk")
    fill_in(page)
    expect(page.locator("[data-way=public]")).to_be_hidden()
    expect(page.locator(".k-form__private")).to_be_visible()
    agree(page)
    expect(page.locator("[data-way=public]")).to_be_visible()
    expect(page.locator("[data-way=public] li")).to_have_count(2)
    page.locator("#part-stories > summary").click()
    page.get_by_role("button", name="Додај: Приказна").click()
    page.get_by_role("listitem", name="Приказна 1").get_by_label("Приказната").fill("Дојдов.")
    expect(page.locator("[data-way=public]")).to_be_hidden()


def test_what_the_page_knows_is_what_json_says(built: Path) -> None:
    text = (built / "search/mk/form.js").read_text("utf-8")
    known = json.loads(text[text.index(",") + 1 : -1])
    assert set(known) == {"words", "faults", "names", "guarded"}
