"""The guides of the real practices, set by us and by WeasyPrint in turns; and the memory of a thousand.

Every guide is set once: the words of each paragraph are in another order each time, so that nobody
can use a layout again. Both are warm, and times are seconds of CPU of all threads; the ratio of each
pair counts, because machines slow down and speed up. WeasyPrint does less: it looks for no size at
which a page is full, and proves nothing of its tags.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from komsiluk import build
from komsiluk.guides.codes import qr
from komsiluk.guides.paper_artifacts import FONTS
from komsiluk.guides.paper_data import printable_json
from komsiluk.guides.typesetting import time_of, typeset
from komsiluk.images import image_artifacts as pictures
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.pages.papers import Paper, wanted
from komsiluk.text.hyphens import SOFT_HYPHEN

ROOT = Path(__file__).parents[3]
FONT_FILES = ROOT / ".cache" / "fonts"
N_PAIRS = 14
N_MANY = 1000
ALONE = "alone"
"""The argument of a process that sets many guides and tells its memory."""


def main() -> None:
    """Print the seconds of both, their ratio, and the memory of many guides."""
    if importlib.util.find_spec("weasyprint") is None:
        print("  WeasyPrint is left out: it is not installed (pip install weasyprint)")
        print(_many())
        return
    from weasyprint import HTML

    env = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
    template = env.get_template("guide.html")
    ours, theirs = [], []
    for n, inputs in enumerate(_inputs(N_PAIRS + 2)):
        said = json.loads(inputs["data"])
        ours.append(_seconds(lambda given=inputs: _set(given)))
        html = template.render(
            **said,
            fonts=FONT_FILES,
            colours=json.loads(inputs["colours"]),
            band=_data(inputs["band"]),
            qr=_data(inputs["qr"]),
        )
        theirs.append(
            _seconds(lambda text=html: HTML(string=text).write_pdf(pdf_variant="pdf/ua-1"))
        )
        if n < 2:
            ours, theirs = [], []
    ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    print(f"  Komšiluk   {statistics.median(ours):.3f} s a guide ({min(ours):.3f}–{max(ours):.3f})")
    print(f"  WeasyPrint {statistics.median(theirs):.3f} s ({min(theirs):.3f}–{max(theirs):.3f})")
    print(f"  ratio      {ratio:.2f}, so {1 / ratio:.1f} times")
    print(_many())


def _many() -> str:
    """What many guides took a process that does nothing else, as those of the cache do."""
    command = [sys.executable, "-m", "tests.bench.papers", ALONE]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin and process.stdout
        for inputs in _inputs(N_MANY):
            process.stdin.write(json.dumps(inputs) + "\n")
        process.stdin.close()
        return process.stdout.read().rstrip()


def _alone() -> None:
    """Set the guides whose inputs come in, a line each, and tell what it took."""
    size = sum(len(_set(json.loads(line))) for line in sys.stdin)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        f"  {N_MANY} guides in one process: {used.ru_utime + used.ru_stime:.0f} s of CPU, "
        f"{size / N_MANY / 1000:.0f} KB each, {_peak():.0f} MB of memory at most"
    )


def _peak() -> float:
    """The largest memory of this process, in megabytes; Linux counts that of its parent into `ru_maxrss`."""
    (line,) = re.findall(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(line) / 1024


def _inputs(number: int) -> Iterator[dict[str, str]]:
    """What so many guides are set from, no two alike; the practices in all languages by turns."""
    settings = load_settings(ROOT / "mkdocs.yml")
    planned = build.pages(build.check(settings), settings)
    pages = {
        page.subject: page for page in planned.pages.of(settings.default_language) if page.subject
    }
    papers = [
        paper
        for tag in settings.languages
        for paper in wanted(planned.collection.practices, tag, [Paper.GUIDE])
    ]
    shuffle = random.Random(1)
    shuffle.shuffle(papers)
    for n in range(number):
        paper = papers[n % len(papers)]
        page = pages[paper.practice_id]
        said = json.loads(printable_json(planned, settings, paper))
        said["practice"] = _shuffled(said["practice"], shuffle)
        yield {
            "data": json.dumps(said, ensure_ascii=False),
            "colours": json.dumps(pictures.colours(page.palette)),
            "band": pictures.make_band(page.subject, page.motif, page.palette).decode(),
            "strip": pictures.make_strip(page.subject, page.motif, page.palette).decode(),
            "qr": qr(said["paper"]["url"]),
        }


def _shuffled(value: Any, shuffle: random.Random, key: str = "") -> Any:
    """The value with the words of every text in another order."""
    if isinstance(value, str) and key not in ("k", "u", "lang", "url", "borrowed"):
        words = value.replace(SOFT_HYPHEN, "").split(" ")
        shuffle.shuffle(words)
        return " ".join(words)
    if isinstance(value, dict):
        return {name: _shuffled(held, shuffle, name) for name, held in value.items()}
    if isinstance(value, list):
        return [_shuffled(held, shuffle, key) for held in value]
    return value


def _set(inputs: dict[str, str]) -> bytes:
    fonts = tuple(str(FONT_FILES / folder) for folder in FONTS)
    return typeset("guide", inputs, time_of("2026-11-22"), fonts)


def _seconds(work: Any) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _data(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


if __name__ == "__main__":
    _alone() if sys.argv[1:] == [ALONE] else main()
