"""Hold the workflows of GitHub to what they promise: few rights, pinned actions, no surprises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WORKFLOWS: dict[str, dict[Any, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES
}
JOBS = {
    f"{name}/{key}": job for name, flow in WORKFLOWS.items() for key, job in flow["jobs"].items()
}

PERMISSIONS = {
    "check/check": {"contents": "read"},
    "pages/build": {"contents": "read", "pages": "read"},
    "pages/deploy": {"pages": "write", "id-token": "write"},
    "weekly/audit": {"contents": "read"},
    "weekly/newest": {"contents": "read"},
}
"""All rights of all jobs; who adds one adds it here, and says in the workflow what for."""

ON = True
"""The key `on`, as YAML 1.1 reads it."""


def steps(action: str = "") -> Iterator[dict[str, Any]]:
    for job in JOBS.values():
        yield from (step for step in job["steps"] if step.get("uses", action).startswith(action))


def test_there_are_workflows_to_judge() -> None:
    assert {"check", "pages", "weekly"} <= WORKFLOWS.keys()
    assert JOBS.keys() == PERMISSIONS.keys()


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_has_no_rights_of_its_own(name: str) -> None:
    assert WORKFLOWS[name]["permissions"] == {}


@pytest.mark.parametrize("name", JOBS)
def test_a_job_has_the_rights_it_needs_and_an_end(name: str) -> None:
    assert JOBS[name]["permissions"] == PERMISSIONS[name]
    assert 0 < JOBS[name]["timeout-minutes"] <= 20
    assert re.fullmatch(r"ubuntu-\d\d\.04", JOBS[name]["runs-on"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_its_commit_and_says_its_version(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    pinned = r"\s*(- )?uses: actions/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert [line for line in lines if not re.fullmatch(pinned, line)] == []
    assert lines


def test_an_action_has_one_version_everywhere() -> None:
    pins = {step["uses"] for step in steps("actions/") if "uses" in step}
    versions: dict[str, set[str]] = {}
    for pin in pins:
        action, _, commit = pin.partition("@")
        versions.setdefault("/".join(action.split("/")[:2]), set()).add(commit)
    assert {action: found for action, found in versions.items() if len(found) > 1} == {}


def test_no_workflow_runs_for_strangers_with_rights_of_the_repository() -> None:
    known = {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert {event for flow in WORKFLOWS.values() for event in flow[ON]} <= known


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_workflow_knows_a_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"(?i)secrets|github\.token|GITHUB_TOKEN", text)


def test_a_checkout_leaves_no_credentials_behind() -> None:
    checkouts = [step for step in steps("actions/checkout") if "uses" in step]
    assert len(checkouts) >= 4
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


def test_what_others_can_write_is_never_a_part_of_a_command() -> None:
    # `${{ … }}` in a command is put there before the shell reads it: a title could end the command.
    assert [step["run"] for step in steps() if "${{" in step.get("run", "")] == []


def test_packages_are_installed_by_make_alone_and_with_hashes() -> None:
    commands = [step["run"] for step in steps() if "run" in step]
    assert [command for command in commands if re.search(r"\bpip3?\b|\buvx?\b", command)] == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"install .*", makefile)
    locked = [line for line in installs if "--requirement" in line]
    assert len(locked) == 3
    assert all("--require-hashes" in line for line in locked)
    ours = [line for line in installs if "--editable" in line]
    assert all("--no-deps --no-build-isolation" in line for line in ours)


def place(job: str, wanted: str) -> int:
    """Find the one step of a job whose action or command begins so."""
    found = [
        number
        for number, step in enumerate(JOBS[job]["steps"])
        if (step.get("uses") or step["run"]).startswith(wanted)
    ]
    assert len(found) == 1, wanted
    return found[0]


def test_publishing_keeps_what_the_build_remembers_between_runs() -> None:
    build = JOBS["pages/build"]["steps"]
    restored, built, saved, uploaded = (
        place("pages/build", wanted)
        for wanted in (
            "actions/cache/restore@",
            ".venv/bin/python build.py",
            "actions/cache/save@",
            "actions/upload-pages-artifact@",
        )
    )
    assert restored < built < saved < uploaded
    restore, save = build[restored]["with"], build[saved]["with"]
    assert restore["path"].split() == save["path"].split() == [".cache", "site"]
    assert restore["key"] == restore["restore-keys"] + "${{ github.sha }}"
    assert "hashFiles('requirements.txt')" in restore["key"]
    assert save["key"] == "${{ steps.cache.outputs.cache-primary-key }}"
    # After a failure nothing is saved, and what stands there already is not saved again.
    assert build[saved]["if"] == "success() && steps.cache.outputs.cache-hit != 'true'"


def test_what_publishes_runs_for_the_main_branch_alone() -> None:
    flow = WORKFLOWS["pages"]
    assert flow[ON] == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
    assert flow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert JOBS["pages/deploy"]["needs"] == "build"


def test_the_lock_is_audited_every_week() -> None:
    assert WORKFLOWS["weekly"][ON]["schedule"]
    assert place("weekly/audit", "make audit")


LOCKS = sorted(ROOT.glob("requirements*.txt"))


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_package_is_locked_to_a_version_and_its_hashes(path: Path) -> None:
    text = re.sub(r"(?m)^\s*#.*\n", "", path.read_text(encoding="utf-8")).replace("\\\n", "")
    lines = [line for line in text.splitlines() if line.strip()]
    locked = r"[a-z0-9.-]+==\S+( ; [^#]*?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*"
    assert [line[:80] for line in lines if not re.fullmatch(locked, line)] == []
    assert lines


def test_there_are_locks_for_the_build_the_tests_and_the_audit() -> None:
    names = [path.name for path in LOCKS]
    assert names == ["requirements-audit.txt", "requirements-dev.txt", "requirements.txt"]


def test_updates_come_for_actions_and_packages() -> None:
    text = (ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8")
    updates = yaml.safe_load(text)["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "pip"}
    # A release that was tampered with is mostly found out within days.
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)
