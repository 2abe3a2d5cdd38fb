// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/localpipe.h"
#include "tests/backends/transport/pipecontract.h"

#include <QTest>

using namespace paceline;

class TestLocalPipe : public PipeContract
{
    Q_OBJECT
protected:
    std::unique_ptr<BytePipe> makePipe() override { return std::make_unique<LocalPipe>(); }
};

QTEST_GUILESS_MAIN(TestLocalPipe)
#include "tst_localpipe.moc"
