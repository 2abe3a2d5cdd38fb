#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""German is complete: nothing unfinished, nothing missing, nothing left over, and placeholders as in the source.
   translations.py LUPDATE
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from project import ROOT, report

PLACEHOLDER = re.compile(r"%L?\d+|%n")


def entries(path):
    """{(context, source, comment): [translations]}; an unfinished one is None."""
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            unfinished = translation.get("type") == "unfinished" or not all(forms)
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = None if unfinished else forms
    return found


def fresh_entries(lupdate, language, options):
    """What lupdate finds in the program's texts today."""
    with tempfile.TemporaryDirectory() as folder:
        ts = f"{folder}/paceline_{language}.ts"
        shutil.copy(ROOT / f"translations/paceline_{language}.ts", ts)
        done = subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", "-source-language", "en", *options,
                               "-I", str(ROOT), "-target-language", language, str(ROOT / "app"), str(ROOT / "widgets"), "-ts", ts],
                              check=True, stdin=subprocess.DEVNULL, timeout=60, capture_output=True, text=True)
        # A text that lupdate files under another context than the program asks for is never translated.
        lost = [line.replace(f"{ROOT}/", "") for line in (done.stdout + done.stderr).split("\n")
                if "lacks Q_OBJECT" in line or "without context" in line or "Qualifying with unknown" in line]
        return entries(ts), lost


def compare(language, stored, fresh):
    findings = []
    for key in sorted(set(fresh) | set(stored)):
        context, source, _ = key
        where = f"paceline_{language}.ts: {context}: {source!r}"
        if key not in stored:
            findings.append(f"{where} is missing: run the target update_translations, then translate")
        elif key not in fresh:
            findings.append(f"{where} is in no source any more: run the target update_translations")
        elif stored[key] is None:
            findings.append(f"{where} is unfinished")
        else:
            findings.extend(placeholder_findings(where, source, stored[key]))
    return findings


def placeholder_findings(where, source, forms):
    wanted = set(PLACEHOLDER.findall(source)) - {"%n"}
    return [f"{where}: placeholders differ in {form!r}" for form in forms
            if set(PLACEHOLDER.findall(form)) - {"%n"} != wanted]


def main():
    findings = []
    for language, options in (("de", []), ("en", ["-pluralonly"])):
        stored = entries(ROOT / f"translations/paceline_{language}.ts")
        fresh, lost = fresh_entries(sys.argv[1], language, options)
        findings += compare(language, stored, fresh) + lost
    report(findings)


if __name__ == "__main__":
    main()
