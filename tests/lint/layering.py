#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. The rules stand in RULES, most specific folder first; a folder always includes itself."""
import pathlib
import re

from project import Tree, numbered, report

CORE = ["backends/core", "backends/domain"]
PLAIN = CORE + ["backends/parsers", "backends/store", "backends/analysis", "backends/catalogue", "backends/history"]
IO = ["backends/transport", "backends/sources"]
RULES = [
    ("backends/core", []),
    ("backends/domain", ["backends/core"]),
    ("backends/parsers", CORE),
    ("backends/store", CORE),
    ("backends/analysis", CORE + ["backends/store"]),
    ("backends/catalogue", CORE),
    ("backends/history", CORE + ["backends/store", "backends/analysis"]),
    ("backends/transport", PLAIN),
    ("backends/sources", PLAIN + ["backends/transport"]),
    ("widgets/format", CORE),
    ("widgets", CORE + ["backends/store", "backends/analysis", "widgets"]),
    ("app/session", PLAIN + IO + ["widgets/format", "resources"]),
    ("app/cli", PLAIN + IO + ["widgets/format", "resources", "app/session"]),
    ("app/window", ["backends", "widgets", "resources", "app/session"]),
    ("resources", []),
    ("tests", ["backends", "widgets", "app", "resources", "tests"]),
]
JSON_FOLDERS = ("backends/parsers/", "backends/history/", "backends/catalogue/", "app/session/", "app/cli/")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QT_HEADERS = sorted(pathlib.Path("/usr/include").glob("*/qt6"))


def rule_for(path):
    for folder, allowed in RULES:
        if path.startswith(folder + "/"):
            return folder, allowed
    return None, []


def is_drawn(header):
    """Whether a Qt header belongs to QtGui or QtWidgets."""
    if header.startswith(("QtGui/", "QtWidgets/")) or header in ("QtGui", "QtWidgets"):
        return True
    return "/" not in header and any(
        (folder / module / header).exists() for folder in QT_HEADERS for module in ("QtGui", "QtWidgets"))


def own_include(path, header, generated):
    if header.endswith(".moc") or header in generated:
        return None
    folder, allowed = rule_for(path)
    if folder is None:
        return f"no rule says what {path.split('/')[0]}/ may include"
    if any(header.startswith(f + "/") for f in allowed + [folder]):
        return None
    if not header.startswith(("backends/", "widgets/", "app/", "resources/", "tests/")):
        return f'"{header}" is not written from the top of the tree'
    return f"{folder} may not include {header}"


def foreign_include(path, header):
    if header.startswith("nlohmann/") and not (path.endswith(".cpp") and path.startswith(JSON_FOLDERS)) \
            and not path.startswith("tests/"):
        return "nlohmann_json belongs in .cpp files of parsers, history, catalogue, app/session, app/cli"
    if header == "qcustomplot.h" and not path.startswith(("widgets/plots/", "tests/widgets/plots/")):
        return "QCustomPlot belongs in widgets/plots"
    if path.startswith(("backends/", "widgets/format/", "app/session/", "app/cli/")) and is_drawn(header):
        return f"<{header}> draws: it belongs in widgets or app/window"
    return None


def check(tree):
    findings, ssh_stems = [], set()
    generated = {path.rsplit("/", 1)[-1][:-len(".in")] for path in tree.texts if path.endswith(".h.in")}
    for path, text in tree.sources():
        for number, line in numbered(text):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, header = match.groups()
            if header.startswith("libssh/") and not path.startswith("tests/"):
                ssh_stems.add(path.rsplit(".", 1)[0])
            is_own = quote == '"' and header != "qcustomplot.h" and not header.startswith(("nlohmann/", "libssh/"))
            problem = own_include(path, header, generated) if is_own else foreign_include(path, header)
            if problem:
                findings.append(f"{path}:{number}: {problem}")
    if len(ssh_stems) > 1:
        findings.append("libssh is included by more than one pair: " + ", ".join(sorted(ssh_stems)))
    return findings


if __name__ == "__main__":
    report(check(Tree.of_project()))
