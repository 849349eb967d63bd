"""Build a small site in different surroundings: the same bytes come of it, and nothing is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture import reproduce

MINIMAL = reproduce.ROOT / "tests" / "sites" / "two_languages" / "content"

CLOSED = """
import socket

def refuse(*_):
    raise SystemExit("the build asked the network")

socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse
"""
"""Read by Python before anything else: whatever asks the network ends the build."""


def test_two_builds_in_different_surroundings_are_the_same(tmp_path: Path) -> None:
    first, second = (
        reproduce.digests(reproduce.built(tmp_path, MINIMAL, where, more=0))
        for where in (reproduce.HERE, reproduce.ELSEWHERE)
    )
    assert reproduce.first_difference(first, second) is None
    assert reproduce.of_tree(first) == reproduce.of_tree(second)
    assert len(first) > 40


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ({"a": "1", "b": "2"}, {"a": "1"}, "b is missing in the second."),
        ({"b": "2"}, {"a": "1", "b": "2"}, "a is missing in the first."),
        ({"a": "1", "b": "2"}, {"a": "1", "b": "3"}, "b holds other bytes."),
        ({"a": "1"}, {"a": "1"}, None),
    ],
)
def test_the_first_difference_is_named(
    first: dict[str, str], second: dict[str, str], difference: str | None
) -> None:
    assert reproduce.first_difference(first, second) == difference


def test_a_record_that_does_not_tell_what_stands_there_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x")
    (tmp_path / reproduce.MANIFEST).write_text('{"files": {"index.html": "0"}}')
    with pytest.raises(ValueError, match="does not tell"):
        reproduce.digests(tmp_path)


def build(tmp_path: Path, *before: str, environment: dict[str, str]) -> str:
    command = [*before, sys.executable, str(reproduce.ROOT / "build.py")]
    command += ["--content", str(MINIMAL), "--output", str(tmp_path / "site")]
    command += ["--cache", str(tmp_path / "cache")]
    ran = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stderr


def test_a_build_asks_no_network(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(CLOSED)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    assert "pages" in build(tmp_path, environment=environment)
    # The trap does work.
    asking = "import socket; socket.create_connection(('192.0.2.1', 80))"
    command = [sys.executable, "-c", asking]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "the build asked the network" in ran.stderr


def test_a_build_needs_no_network(tmp_path: Path) -> None:
    alone = shutil.which("unshare")
    command = (alone or "", "--map-root-user", "--net")
    if not alone or subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets no process be without a network")
    assert "pages" in build(tmp_path, *command, environment={**os.environ})
