#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lints find what they should: each is shown a tree with one thing wrong, and one with nothing wrong."""
import unittest

import house
import layering
import translations
from project import Tree

HEAD = "// SPDX-FileCopyrightText: 2026 The Paceline developers\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


def including(path, *headers):
    return Tree({path: "".join(f"#include {header}\n" for header in headers)})


class Layering(unittest.TestCase):
    def assert_allowed(self, path, header):
        self.assertEqual(layering.check(including(path, header)), [])

    def assert_refused(self, path, header):
        self.assertEqual(len(layering.check(including(path, header))), 1, f"{path} includes {header}")

    def test_neighbours_below_are_allowed(self):
        for path, header in (("backends/domain/job.h", '"backends/core/ids.h"'),
                             ("backends/sources/slurm.cpp", '"backends/transport/relay.h"'),
                             ("backends/sources/slurm.cpp", '"backends/parsers/squeue.h"'),
                             ("widgets/pages/job.cpp", '"backends/store/store.h"'),
                             ("app/cli/jobs.cpp", '"widgets/format/units.h"'),
                             ("app/cli/jobs.cpp", "<nlohmann/json.hpp>"),
                             ("widgets/plots/plot.cpp", "<qcustomplot.h>"),
                             ("tests/backends/tst_x.cpp", '"tst_x.moc"')):
            self.assert_allowed(path, header)

    def test_everything_else_is_refused(self):
        for path, header in (("backends/core/ids.h", '"backends/domain/job.h"'),
                             ("backends/parsers/a.cpp", '"backends/store/store.h"'),
                             ("backends/store/a.cpp", '"backends/transport/relay.h"'),
                             ("backends/transport/a.cpp", '"backends/sources/source.h"'),
                             ("backends/transport/a.cpp", '"app/session/link.h"'),
                             ("widgets/pages/a.cpp", '"backends/transport/login.h"'),
                             ("widgets/pages/a.cpp", '"backends/parsers/squeue.h"'),
                             ("widgets/format/a.cpp", '"backends/store/store.h"'),
                             ("widgets/format/a.cpp", '"widgets/theme.h"'),
                             ("widgets/theme.cpp", '"app/window/mainwindow.h"'),
                             ("app/session/a.cpp", '"widgets/theme.h"'),
                             ("app/cli/a.cpp", '"widgets/theme.h"'),
                             ("backends/store/a.cpp", '"snapshot.h"'),
                             ("backends/store/a.cpp", "<nlohmann/json.hpp>"),
                             ("backends/parsers/a.h", "<nlohmann/json.hpp>"),
                             ("widgets/pages/a.cpp", "<qcustomplot.h>"),
                             ("backends/core/a.h", "<QtGui/QColor>"),
                             ("app/session/a.cpp", "<QtWidgets/QWidget>")):
            self.assert_refused(path, header)

    def test_libssh_has_one_pair(self):
        pair = {"backends/transport/ssh.h": "#include <libssh/libssh.h>", "backends/transport/ssh.cpp": "#include <libssh/callbacks.h>"}
        self.assertEqual(layering.check(Tree(pair)), [])
        self.assertEqual(len(layering.check(Tree({**pair, "backends/transport/key.cpp": "#include <libssh/libssh.h>"}))), 1)


class House(unittest.TestCase):
    def assert_found(self, rule, path, text, count=1):
        self.assertEqual(len(rule(Tree({path: text}))), count, f"{rule.__name__}: {path}: {text!r}")

    def test_top_level(self):
        self.assert_found(house.top_level, "notes.txt", "")
        self.assert_found(house.top_level, "app/main.cpp", "", 0)

    def test_licences(self):
        self.assert_found(house.licences, "app/main.cpp", "int main() {}")
        self.assert_found(house.licences, "app/main.cpp", HEAD, 0)
        self.assert_found(house.licences, "packaging/run", "#!/bin/bash\n")

    def test_readmes(self):
        self.assert_found(house.readmes, "widgets/models/a.cpp", "", 1)
        self.assert_found(house.readmes, "widgets/README.md", "line\n" * 21)
        self.assert_found(house.readmes, "widgets/README.md", "line\n" * 20, 0)

    def test_lengths(self):
        self.assert_found(house.lengths, "app/a.cpp", "\n" * 451)
        self.assert_found(house.lengths, "app/a.cpp", "\n" * 450, 0)

    def test_waiting(self):
        for call in ("QTest::qWait(100);", "QThread::msleep(5);", "std::this_thread::sleep_for(1s);", "sleep(1);"):
            self.assert_found(house.waiting, "tests/tst_a.cpp", call)
        self.assert_found(house.waiting, "tests/tst_a.cpp", "QTRY_COMPARE(spy.count(), 1); // no sleep(1)", 0)

    def test_blocking(self):
        self.assert_found(house.blocking, "widgets/a.cpp", "qApp->processEvents();")
        self.assert_found(house.blocking, "tests/tst_a.cpp", "process.waitForFinished();", 0)

    def test_translating(self):
        self.assert_found(house.translating, "backends/a.cpp", 'return tr("no");')
        self.assert_found(house.translating, "backends/a.cpp", "auto str(int);", 0)

    def test_one_machine(self):
        self.assert_found(house.one_machine, "app/a.cpp", "// see /" + "work/shared/x")
        self.assert_found(house.one_machine, "app/a.cpp", "// see backends/work/x", 0)


class Translations(unittest.TestCase):
    def test_each_kind_of_finding(self):
        key = ("Page", "%1 of %2", "")
        for stored, fresh, count in (({key: ["%1 von %2"]}, {key: None}, 0), ({}, {key: None}, 1), ({key: ["%1 von %2"]}, {}, 1),
                                     ({key: None}, {key: None}, 1), ({key: ["%1 von %3"]}, {key: None}, 1)):
            self.assertEqual(len(translations.compare("de", stored, fresh)), count, f"{stored} {fresh}")


if __name__ == "__main__":
    unittest.main()
