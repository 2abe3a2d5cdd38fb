# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every lint needs: the project's files, and one way to report."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Tree:
    """The files of a project as {path: text}. Tests of the lints make their own."""

    def __init__(self, texts):
        self.texts = texts

    @staticmethod
    def of_project():
        names = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard"],
                               capture_output=True, text=True, check=False).stdout.split("\n")
        if len(names) < 2:  # an archive without git
            names = [str(p.relative_to(ROOT)) for p in ROOT.rglob("*")
                     if not p.relative_to(ROOT).parts[0].startswith("build")]
        texts = {}
        for name in names:
            path = ROOT / name
            if name and path.is_file() and not path.is_symlink():
                texts[name] = path.read_bytes().decode("utf-8", "replace")
        return Tree(texts)

    def sources(self, *folders):
        """C++ files, (path, text), below any of the folders; all of them without folders."""
        for path, text in sorted(self.texts.items()):
            if path.endswith((".h", ".cpp")) and (not folders or path.startswith(tuple(f + "/" for f in folders))):
                yield path, text


def numbered(text):
    return enumerate(text.split("\n"), 1)


def report(findings):
    """Prints the findings of a lint and ends the program with its exit status."""
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    sys.exit(1 if findings else 0)
