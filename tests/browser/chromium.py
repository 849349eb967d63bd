"""Find the Chromium that the tests drive, or install one.

A test asks `find()`. `python tests/browser/chromium.py` finds or installs one and prints its path.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# The second package holds glyphs for Chinese and Japanese, so that pages measure as they read.
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk")
REMEDY = (
    "The tests need a Chromium and none could be found or installed; "
    "install the package chromium (Debian) or Google Chrome, or set CHROMIUM to the path of one."
)


@cache
def find() -> Path | None:
    """Return a Chromium that starts: CHROMIUM's, one on the PATH, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return _starting(named)
    on_path = (shutil.which(name) for name in NAMES)
    for candidate in (*on_path, *MAC_APPLICATIONS):
        if candidate and (found := _starting(candidate)):
            return found
    return _starting(_playwrights_own())


def install() -> None:
    """Install a Chromium: Debian's package where we may, else Playwright's download."""
    if _is_debian() and _is_root():
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        apt_install = ("apt-get", "install", "--yes", "--no-install-recommends")
        if _run("apt-get", "update") and _run(*apt_install, *DEBIAN_PACKAGES):
            return
    download = (sys.executable, "-m", "playwright", "install")
    if _is_root() or _run("sudo", "--non-interactive", "true", quiet=True):
        _run(*download, "--with-deps", "chromium")
    else:
        _run(*download, "chromium")


def main() -> int:
    """Print the path of a Chromium, installing one first where there is none."""
    browser = find()
    if browser is None and (named := os.environ.get("CHROMIUM")):
        print(f"CHROMIUM={named} is no Chromium that starts; name another one.", file=sys.stderr)
        return 1
    if browser is None:
        print("Installing a Chromium for the tests ...", file=sys.stderr)
        install()
        find.cache_clear()
        browser = find()
    if browser is None:
        print(REMEDY, file=sys.stderr)
        return 1
    print(browser)
    return 0


def _starting(candidate: str) -> Path | None:
    """Return the candidate if it starts; a snap does not count, it cannot read our folders."""
    path = Path(candidate)
    if not path.is_file():
        return None
    with path.open("rb") as program:
        if b"/snap/" in bytes(path.resolve()) + program.read(4096):
            return None
    return path if _run(candidate, "--version", quiet=True) else None


def _playwrights_own() -> str:
    """Return where Playwright keeps the Chromium it downloads, whether it is there or not.

    In a process of its own: Playwright refuses to start twice in one, and tests run it too.
    """
    question = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=False
    )
    return answer.stdout.strip()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _is_debian() -> bool:
    """Tell whether `chromium` is a real package here; Ubuntu's is a snap."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def _run(*command: str, quiet: bool = False) -> bool:
    """Run a command; True if it did its work, and its last words on stderr if not."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as error:
        failed, words = True, str(error)
    else:
        failed, words = done.returncode != 0, done.stdout + done.stderr
    if failed and not quiet:
        print(*words.splitlines()[-5:], sep="\n", file=sys.stderr)
    return not failed


if __name__ == "__main__":
    sys.exit(main())
