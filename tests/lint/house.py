#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a machine can check: see the functions' first lines."""
import re

from project import Tree, numbered, report

TOP_LEVEL = {
    "app", "backends", "packaging", "resources", "tests", "translations", "widgets", ".ci",
    "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md",
    ".clang-format", ".clang-tidy", ".gitattributes", ".gitignore",
}
COPYRIGHT = "SPDX-FileCopyrightText: 2026 The Paceline developers"
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
MAX_LINES = 450
MAX_TEST_LINES = 600
WAITING = re.compile(r"\b(QTest::qWait|QTest::qSleep|QThread::m?u?sleep|sleep_for|sleep_until|usleep|nanosleep|sleep)\s*\(")
BLOCKING = re.compile(r"\b(processEvents|waitForFinished|waitForReadyRead|waitForConnected|waitForStarted"
                      r"|waitForBytesWritten|waitForDisconnected|QEventLoop|BlockingQueuedConnection)\b")
TRANSLATING = re.compile(r"(?<![\w:.>])tr\(|\bQCoreApplication::translate\b|\bQT_TR")
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp/h)/|\bissue #?\d", re.IGNORECASE)


def is_fixture(path):
    return path.startswith(("tests/fixtures/", "tests/fuzz/corpus/")) or path == "LICENSE"


def is_text_of_ours(path, text):
    return path.endswith((".h", ".cpp", ".py", ".sh", ".cmake", "CMakeLists.txt", ".tsv")) or text.startswith("#!")


def top_level(tree):
    """Only the folders and files of the design stand at the top."""
    names = {path.split("/")[0] for path in tree.texts}
    return [f"{name}: does not belong at the top of the tree" for name in sorted(names - TOP_LEVEL)]


def licences(tree):
    """Every source file begins with its copyright and its licence."""
    findings = []
    for path, text in sorted(tree.texts.items()):
        if is_fixture(path) or not is_text_of_ours(path, text):
            continue
        head = "\n".join(text.split("\n")[:4])
        if COPYRIGHT not in head or LICENCE not in head:
            findings.append(f"{path}:1: the two SPDX lines are missing")
    return findings


def readmes(tree):
    """Every folder with code has a README.md of at most 20 lines."""
    folders = {path.rsplit("/", 1)[0] for path in tree.texts if "/" in path and not is_fixture(path)}
    findings = []
    for folder in sorted(folders):
        readme = folder + "/README.md"
        has_code = any(p.rsplit("/", 1)[0] == folder and p.endswith((".h", ".cpp", ".py", ".sh", "CMakeLists.txt", ".ts"))
                       for p in tree.texts if "/" in p)
        if readme not in tree.texts:
            mirrors_code = folder.startswith("tests/") and folder.count("/") > 1
            if has_code and not mirrors_code or folder in TOP_LEVEL - {".ci"}:
                findings.append(f"{folder}: has no README.md")
        elif (lines := len(tree.texts[readme].rstrip("\n").split("\n"))) > 20:
            findings.append(f"{readme}: has {lines} lines, at most 20 are allowed")
    return findings


def lengths(tree):
    """No source file is longer than its limit."""
    findings = []
    for path, text in tree.sources():
        limit = MAX_TEST_LINES if path.startswith("tests/") else MAX_LINES
        if (count := text.count("\n")) > limit:
            findings.append(f"{path}: has {count} lines, at most {limit} are allowed")
    return findings


def code_lines(text):
    """Lines without their // comments."""
    return ((number, re.sub(r"//.*", "", line)) for number, line in numbered(text))


def search(tree, pattern, message, folders):
    return [f"{path}:{number}: {message}: {line.strip()}" for path, text in tree.sources(*folders)
            for number, line in code_lines(text) if pattern.search(line)]


def waiting(tree):
    """Tests wait for what they claim (QTRY_*, QSignalSpy), never for a time; nobody else sleeps at all."""
    return search(tree, WAITING, "waits for a time", ["tests", "backends", "widgets", "app"])


def blocking(tree):
    """Outside tests nothing blocks a thread and nothing runs a nested event loop."""
    return search(tree, BLOCKING, "blocks or nests an event loop", ["backends", "widgets", "app", "resources"])


def translating(tree):
    """The backends have no words for people."""
    return search(tree, TRANSLATING, "backends do not translate", ["backends"])


def one_machine(tree):
    """Nothing names a path of one machine, or a thread outside the project."""
    return [f"{path}:{number}: only means something on one machine: {line.strip()[:100]}"
            for path, text in sorted(tree.texts.items())
            if not is_fixture(path) and not path.startswith("tests/lint/") and "\0" not in text
            for number, line in numbered(text) if ONE_MACHINE.search(line)]


def check(tree):
    rules = (top_level, licences, readmes, lengths, waiting, blocking, translating, one_machine)
    return [finding for rule in rules for finding in rule(tree)]


if __name__ == "__main__":
    report(check(Tree.of_project()))
