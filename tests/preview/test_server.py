from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from tests.building import ROOT, make_content, original


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_however_the_preview_is_stopped_nothing_is_left_of_it(tmp_path: Path, name: str) -> None:
    content = make_content(tmp_path / "content", {"briefings/a.en.md": original()})
    temporary, port = tmp_path / "temporary", free_port()
    temporary.mkdir()
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--content", str(content), "--cache", str(tmp_path / "cache")],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary)},
    )
    with process:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        assert list(temporary.iterdir())
        process.send_signal(getattr(signal, name))
        _, told = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in told
    assert list(temporary.iterdir()) == []
