from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path

import pytest

from microsite.diagnostics import Code
from microsite.source.walk import Stat, walk
from tests.building import write_files


def test_all_files_are_listed_by_their_paths_in_order(tmp_path: Path) -> None:
    write_files(tmp_path, {"b.md": "bb", "a/z.md": "", "a/b/c.md": "", "мост.md": ""})
    found = walk(tmp_path)
    assert [*found.files] == ["a/b/c.md", "a/z.md", "b.md", "мост.md"]
    assert found.findings == ()


def test_a_file_comes_with_what_tells_whether_it_changed(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "text"})
    at = (tmp_path / "a.md").stat()
    known = Stat(4, at.st_mtime_ns, at.st_ctime_ns, at.st_ino)
    assert walk(tmp_path).files == {"a.md": known}
    # Another file of the same size and age in its place is another inode.
    write_files(tmp_path, {"b.md": "TEXT"})
    os.utime(tmp_path / "b.md", ns=(at.st_atime_ns, at.st_mtime_ns))
    (tmp_path / "b.md").replace(tmp_path / "a.md")
    assert walk(tmp_path).files != {"a.md": known}


def test_what_programs_leave_and_hide_is_passed_over(tmp_path: Path) -> None:
    names = (".git/config", "a/.x.md", ".DS_Store", "a.md~", "#a.md#", "~$a.md", "a.md.bak")
    write_files(tmp_path, dict.fromkeys(names, ""))
    # An editor's lock is a link that leads nowhere.
    (tmp_path / ".#a.md").symlink_to("editor@host.1:2")
    assert walk(tmp_path) == walk(tmp_path / "absent")


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    found = walk(tmp_path / "absent")
    assert (found.files, found.findings) == ({}, ())


@pytest.mark.parametrize("target", ["a.md", "absent", "folder", "..", "/etc/passwd", "link"])
def test_a_link_is_refused_wherever_it_leads(tmp_path: Path, target: str) -> None:
    write_files(tmp_path, {"a.md": "", "folder/b.md": ""})
    (tmp_path / "link").symlink_to(target)
    found = walk(tmp_path)
    assert [*found.files] == ["a.md", "folder/b.md"]
    (finding,) = found.findings
    assert (finding.location.path, finding.code) == (tmp_path / "link", Code.FILE_NAME)
    assert finding.message == "“link” is a link to another place."


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    write_files(tmp_path, {"folder/a.md": ""})
    (tmp_path / "link").symlink_to("folder")
    assert [*walk(tmp_path / "link").files] == ["a.md"]


def test_a_pipe_and_a_socket_are_refused_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    # The name of a socket may be no longer than some hundred bytes.
    with tempfile.TemporaryDirectory(dir="/tmp") as short, socket.socket(socket.AF_UNIX) as end:
        end.bind(f"{short}/socket.md")
        messages = [f.message for folder in (tmp_path, short) for f in walk(Path(folder)).findings]
    assert messages == [
        "“pipe.md” is not a file but a pipe.",
        "“socket.md” is not a file but a socket.",
    ]


def test_a_bad_name_is_refused_at_the_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"con.en.md": "", "aux/a.md": "", "a.md": ""})
    found = walk(tmp_path)
    assert [*found.files] == ["a.md"]
    assert [f.location.path.name for f in found.findings] == ["aux", "con.en.md"]


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"a\x1b[2J.md", b"a\n.md"])
def test_a_name_that_cannot_be_shown_is_refused_at_its_folder(tmp_path: Path, name: bytes) -> None:
    (tmp_path / "media").mkdir()
    try:
        (tmp_path / "media" / os.fsdecode(name)).touch()
    except OSError:
        pytest.skip("this system does not let such a name be")
    (finding,) = walk(tmp_path).findings
    assert finding.location.path == tmp_path / "media"
    assert finding.code is Code.FILE_NAME
    assert finding.message.isprintable()


@pytest.mark.parametrize("folder", [".", "closed"])
def test_a_folder_that_cannot_be_read_is_the_machines_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    write_files(tmp_path, {"closed/a.md": ""})
    real, closed = os.scandir, (tmp_path / folder).resolve()

    def scandir(path: Path) -> object:
        if path.resolve() == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(PermissionError):
        walk(tmp_path)
