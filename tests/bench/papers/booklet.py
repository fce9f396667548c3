"""A booklet of two hundred invented practices: what one process that sets it takes."""

from __future__ import annotations

import dataclasses
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

from komsiluk import build, printing
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.pages.selection import Compilation, Volume, by_hand
from tests.bench.collection import ROOT, write

N_PRACTICES = 200
LANGUAGES = ("en", "sr-Cyrl", "mk", "sq")
_ALONE = """
import pickle, resource, sys
from komsiluk.guides.typesetting import make_volume
arguments = pickle.load(sys.stdin.buffer)
size = len(make_volume(*arguments))
used = resource.getrusage(resource.RUSAGE_SELF)
print(f"{used.ru_utime + used.ru_stime:.1f} s of CPU, {used.ru_maxrss / 1024:.0f} MB of memory at "
      f"most, {size / 1e6:.1f} MB of PDF")
"""


def main() -> None:
    """Print seconds, memory and size for each language, and for one that is folded."""
    with tempfile.TemporaryDirectory() as folder:
        write(N_PRACTICES, LANGUAGES, Path(folder))
        settings = dataclasses.replace(
            load_settings(Path(folder) / "mkdocs.yml"),
            fonts=ROOT / ".cache" / "fonts",
            site_url="https://many.example.org/",
        )
        planned = build.pages(build.check(settings), settings)
        selection = by_hand(planned, planned.collection.practices)
        for tag, folded in (*((tag, False) for tag in LANGUAGES), (LANGUAGES[0], True)):
            volume = Volume(
                selection=selection, language=tag, kind=Compilation.BOOKLET, folded=folded
            )
            (artifact,) = printing.volume_artifacts(settings, planned, [volume])
            taken = subprocess.run(
                [sys.executable, "-c", _ALONE],
                input=pickle.dumps((*artifact.arguments, *artifact.inputs)),
                capture_output=True,
                check=True,
            )
            name = f"{tag}, folded" if folded else tag
            print(f"  {N_PRACTICES} practices, {name}: {taken.stdout.decode().strip()}")


if __name__ == "__main__":
    main()
