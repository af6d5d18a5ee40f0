"""Packages from npm, without npm: only their files are wanted."""

import base64
import hashlib
import io
import os
import tarfile
import urllib.request


def fetch(name: str, version: str, integrity: str) -> dict[str, bytes]:
    """Return the files of a package by their names in it.

    `integrity` is what `npm view NAME@VERSION dist.integrity` says. Raises SystemExit if another package came.
    """
    registry = os.environ.get("npm_config_registry", "https://registry.npmjs.org").rstrip("/")  # noqa: SIM112 (npm's own)
    with urllib.request.urlopen(f"{registry}/{name}/-/{name}-{version}.tgz", timeout=120) as reply:  # seconds
        packed = reply.read()
    found = "sha512-" + base64.b64encode(hashlib.sha512(packed).digest()).decode()
    if found != integrity:
        raise SystemExit(f"npm's {name} {version} is not the one that was pinned: {found}")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        files = [member for member in archive if member.isfile()]
        return {each.name.partition("/")[2]: archive.extractfile(each).read() for each in files}
