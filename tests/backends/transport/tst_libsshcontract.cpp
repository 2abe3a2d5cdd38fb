// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/libsshpipe.h"
#include "tests/backends/transport/pipecontract.h"
#include "tests/backends/transport/sshhost.h"

#include <QTest>

using namespace paceline;

/// Against an sshd that grants one session per login.
class TestLibsshContract : public PipeContract
{
    Q_OBJECT
protected:
    std::unique_ptr<BytePipe> makePipe() override { return std::make_unique<LibsshPipe>(SshRoute{hostOf(m_server)}); }
    QString sharedFolder() const override
    {
        return SshServer::hasOwnUser() ? m_server.home() : PipeContract::sharedFolder();
    }

private slots:
    void initTestCase()
    {
        if (const QString why = m_server.start(); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

private:
    SshServer m_server{SshServerOptions{.maxSessions = 1}};
};

QTEST_GUILESS_MAIN(TestLibsshContract)
#include "tst_libsshcontract.moc"
