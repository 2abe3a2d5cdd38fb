#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The package table is whole, and install-packages reads it on both systems."""
import os
import pathlib
import subprocess
import tempfile

from project import ROOT, report

TABLE = ROOT / "packaging/packages/packages.tsv"


def rows():
    lines = [line for line in TABLE.read_text().split("\n") if line and not line.startswith("#")]
    return [line.split("\t") for line in lines]


def listed(system, version):
    """The names that install-packages would install there."""
    with tempfile.TemporaryDirectory() as folder:
        release = pathlib.Path(folder, "os-release")
        release.write_text(f"ID={system}\nVERSION_ID={version}\n")
        run = subprocess.run([ROOT / "packaging/install-packages", "--list", "run", "test", "ci"], capture_output=True,
                             text=True, check=False, timeout=20, env={**os.environ, "PACELINE_OS_RELEASE": str(release)})
        return run.returncode, run.stdout.split()


def main():
    findings = []
    heading, *table = rows()
    if heading != ["set", "debian-12", "ubuntu-24.04", "what for"]:
        findings.append(f"packages.tsv: unexpected heading {heading}")
    for row in table:
        if len(row) != 4 or row[0] not in ("run", "test", "ci") or not all(row):
            findings.append(f"packages.tsv: not a whole row: {row}")
    for column, system, version in ((1, "debian", "12"), (2, "ubuntu", "24.04")):
        status, names = listed(system, version)
        wanted = sorted({row[column] for row in table if len(row) == 4})
        if status != 0 or sorted(names) != wanted:
            findings.append(f"install-packages --list on {system}: status {status}, {set(names) ^ set(wanted)}")
    if listed("plan9", "4")[0] == 0:
        findings.append("install-packages takes a system that it does not know")
    report(findings)


if __name__ == "__main__":
    main()
