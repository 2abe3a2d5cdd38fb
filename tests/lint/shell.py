#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shell scripts parse; those sent to clusters parse in dash; shellcheck, where it is installed, has nothing to say."""
import shutil
import subprocess

from project import ROOT, Tree, report


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60)
    return done.returncode, (done.stdout + done.stderr).strip()


def main():
    findings = []
    for path, text in sorted(Tree.of_project().texts.items()):
        first = text.split("\n", 1)[0]
        sent = path.startswith("resources/") and path.endswith(".sh")
        if not (sent or path.endswith(".sh") or first.startswith("#!") and first.endswith(("bash", "/sh"))):
            continue
        shell = "dash" if sent or first.endswith("/sh") else "bash"
        checks = [(shell, "-n", ROOT / path)]
        if shutil.which("shellcheck"):
            checks.append(("shellcheck", "-x", "--exclude=SC1007,SC1090,SC1091,SC2034,SC2120,SC2154,SC3028", "--severity=warning", f"--shell={shell}", ROOT / path))
        for command in checks:
            status, output = run(*map(str, command))
            if status:
                findings.append(f"{path}: {command[0]}: {output}")
    report(findings)


if __name__ == "__main__":
    main()
