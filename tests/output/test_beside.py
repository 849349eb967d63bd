from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from microsite.output.beside import left_beside, seal, set_aside
from microsite.output.manifest import STAGING, standing
from microsite.output.mending import mend
from microsite.output.publish import exchange, open_stage
from microsite.output.removal import discard
from tests.output.publishing import SITES, digests_of, publish, whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Publish a site."""
    publish(SITES["old"], tmp_path / "site")
    return tmp_path / "site"


def test_a_stage_stands_empty_beside_the_output_under_a_hidden_name(folder: Path) -> None:
    stage = open_stage(folder)
    assert stage.parent == folder.parent
    assert stage.name.startswith(".site-stage-")
    assert list(stage.iterdir()) == []
    discard(stage)
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_the_next_run_removes_a_stage(folder: Path) -> None:
    first = open_stage(folder)
    (first / "half").write_bytes(b"ha")
    second = open_stage(folder)
    assert not first.exists()
    mend(folder)
    assert not second.exists()


def test_a_folder_that_waits_for_its_exchange_is_a_stage_and_afterwards_the_old_site(
    folder: Path,
) -> None:
    sealed = seal(str(open_stage(folder)), str(folder))
    assert left_beside(str(folder)) == ([sealed], [])
    Path(sealed).rename(folder.parent / "new")
    folder.rename(sealed)
    assert left_beside(str(folder)) == ([], [sealed])


def test_an_output_that_is_missing_comes_back(folder: Path) -> None:
    before = whole(folder)
    folder.rename(set_aside(str(folder)))
    mend(folder)
    assert whole(folder) == before


def test_what_others_put_beside_the_output_stays(folder: Path) -> None:
    names = [".site-stage-1", ".site-stage-0123456x", ".site-old-", ".site-old-a", ".site-other"]
    names += [".site-too-stage-01234567", "site-stage-01234567", ".site.bak"]
    for name in names:
        (folder.parent / name).mkdir()
    (folder.parent / ".site-stage-01234567").write_text("a file")
    mend(folder)
    assert sorted(path.name for path in folder.parent.iterdir()) == sorted(
        [*names, "site", ".site-stage-01234567"]
    )


def test_where_nothing_may_be_made_beside_the_output_the_stage_stands_in_it(folder: Path) -> None:
    # Modes do not bind root, for whom the stage stands beside the output after all.
    folder.parent.chmod(0o555)
    try:
        stage = open_stage(folder)
        assert (stage == folder / STAGING) != os.access(folder.parent, os.W_OK)
        discard(stage)
        publish(SITES["new"], folder)
    finally:
        folder.parent.chmod(0o755)
    assert standing(folder) == digests_of(SITES["new"])
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_a_stage_that_stands_in_the_output_is_published_in_place(folder: Path) -> None:
    stage = folder / STAGING
    stage.mkdir()
    (stage / "index.html").write_bytes(b"new")
    files = {**SITES["old"], "index.html": b"new"}
    before = folder.stat().st_ino
    exchange(stage, folder, digests_of(files), ["index.html"])
    assert folder.stat().st_ino == before
    assert (folder / "index.html").read_bytes() == b"new"
    assert not stage.exists()


def test_a_run_that_was_killed_inside_the_output_is_mended(folder: Path) -> None:
    before = whole(folder)
    (folder / STAGING).mkdir()
    (folder / STAGING / "half").touch()
    mend(folder)
    assert whole(folder) == before


def test_where_nobody_may_make_folders_it_is_an_error_of_the_machine() -> None:
    # Nobody, root included, makes folders in the system's own list of open files.
    with pytest.raises(OSError, match="site-stage") as caught:
        open_stage(Path("/dev/fd/site"))
    assert caught.value.errno in {errno.ENOENT, errno.EACCES, errno.EPERM, errno.ENOTDIR}


def test_an_output_that_is_read_only_is_refused(folder: Path) -> None:
    folder.chmod(0o555)
    before = whole(folder)
    if os.access(folder, os.W_OK):
        # Modes do not bind root.
        discard(open_stage(folder))
    else:
        with pytest.raises(PermissionError) as caught:
            open_stage(folder)
        assert caught.value.filename == str(folder)
    assert whole(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["site"]
