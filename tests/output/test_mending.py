from __future__ import annotations

import subprocess
import sys

from tests.output.publishing import ROOT


def test_a_run_that_finds_nothing_changed_loads_no_heavy_library() -> None:
    rooms = "microsite.output.manifest, microsite.output.locks, microsite.output.mending"
    code = f"import sys, {rooms}; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"pydantic", "jinja2", "yaml", "babel", "ctypes", "dataclasses", "shutil", "sqlite3"}
    assert heavy & set(done.stdout.split()) == set()
