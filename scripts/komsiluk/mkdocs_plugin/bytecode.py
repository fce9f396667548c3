"""Templates as Python has compiled them, kept from one build to the next."""

from __future__ import annotations

import hashlib
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from komsiluk import __version__
from komsiluk.cache.store import write


class KeptBytecode(BytecodeCache):
    """Jinja's own way of keeping them, but damaged files are not read.

    Python may crash over bytecode that it has not written, and Jinja looks at its beginning only.
    """

    def __init__(self, folder: Path, kind: str, compiler: str = "") -> None:
        """`folder` is that of the cache; templates of another kind, or compiled by another compiler
        (its digest), are not taken for these."""
        self._folder, self._kind, self._compiler = folder, kind, compiler.encode()
        self._name = f"templates-{__version__}-{jinja2.__version__}"
        (folder / self._name).mkdir(parents=True, exist_ok=True)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, unless nothing whole is there."""
        try:
            data = (self._folder / self._file(bucket)).read_bytes()
        except FileNotFoundError:
            return
        digest, code = data[:_LENGTH], data[_LENGTH:]
        if digest == self._digest(code):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        code = bucket.bytecode_to_string()
        write(str(self._folder), self._file(bucket), (self._digest(code), code))

    def _file(self, bucket: Bucket) -> str:
        return f"{self._name}/{self._kind}-{bucket.key}"

    def _digest(self, code: bytes) -> bytes:
        return hashlib.sha256(self._compiler + code).digest()


def dialect(env: Environment) -> str:
    """What decides how an environment compiles a template, beside the template: plugins may change it."""
    return repr([sorted(env.extensions), *(getattr(env, option) for option in _OPTIONS)])


_OPTIONS = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string",
    "comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix",
    "trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "optimized",
)  # fmt: skip
_LENGTH = hashlib.sha256().digest_size
