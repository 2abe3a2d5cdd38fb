// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshprogrampipe.h"
#include "tests/backends/transport/pipecontract.h"
#include "tests/support/sshserver.h"

#include <QTest>

using namespace paceline;

/// The user's ssh program against the worst of hosts: one session per login, noise in banner and start file, a slow
/// start.
class TestSshContract : public PipeContract
{
    Q_OBJECT
protected:
    std::unique_ptr<BytePipe> makePipe() override
    {
        return std::make_unique<SshProgramPipe>(
            SshProgramOptions{.host = QStringLiteral("testhost"), .configFile = m_server.clientConfigFile()});
    }
    QString sharedFolder() const override
    {
        return SshServer::hasOwnUser() ? m_server.home() : PipeContract::sharedFolder();
    }

private slots:
    void initTestCase()
    {
        m_server.writeHome(QStringLiteral(".bashrc"),
                           "printf 'welcome \\000\\377\\033[1m@ no line end'; echo err >&2; sleep 0.3\n");
        if (const QString why = m_server.start(); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

private:
    SshServer m_server{SshServerOptions{.maxSessions = 1, .banner = "Keep out!\n\xff\x01\x1b]0;title\x07\n"}};
};

QTEST_GUILESS_MAIN(TestSshContract)
#include "tst_sshcontract.moc"
