// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sshserver.h"

#include <QTest>

using namespace paceline;

/// The fixture of the other transport tests keeps its own promises.
class TestSshServer : public QObject
{
    Q_OBJECT
private slots:
    void keyLoginReachesTheUsersShell();
    void passwordLoginNeedsThePassword();
    void sessionsCanBeEnded();
};

static QByteArray ssh(const SshServer &server, const QString &command, int *status = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("ssh"), {QStringLiteral("-F"), server.clientConfigFile(), QStringLiteral("-o"),
                                          QStringLiteral("BatchMode=yes"), QStringLiteral("testhost"), command});
    process.waitForFinished(20000);
    if (status)
        *status = process.exitCode();
    return process.readAll();
}

void TestSshServer::keyLoginReachesTheUsersShell()
{
    SshServer server({.shell = QStringLiteral("/usr/bin/tcsh")});
    server.writeHome(QStringLiteral(".cshrc"), "echo noise\n");
    if (const QString why = server.start(); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QByteArray out = ssh(server, QStringLiteral("echo $0; id -un"));
    QVERIFY2(out.contains(server.userName().toUtf8()), out + server.log());
    if (SshServer::hasOwnUser())
        QVERIFY2(out.startsWith("noise"), out);
}

void TestSshServer::passwordLoginNeedsThePassword()
{
    if (!SshServer::hasOwnUser())
        QSKIP("needs root");
    SshServer server({.publicKey = false, .password = true});
    QCOMPARE(server.start(), QString());
    int status = 0;
    const QByteArray out = ssh(server, QStringLiteral("true"), &status);
    QCOMPARE(status, 255);
    QVERIFY2(out.contains("Permission denied (password)"), out);
}

void TestSshServer::sessionsCanBeEnded()
{
    SshServer server;
    if (const QString why = server.start(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QProcess process;
    process.start(QStringLiteral("ssh"), {QStringLiteral("-F"), server.clientConfigFile(), QStringLiteral("testhost"),
                                          QStringLiteral("echo up; exec sleep 100")});
    QVERIFY(process.waitForReadyRead(10000));
    QVERIFY(server.sessionProcesses().size() >= 2);
    server.endSessions();
    QVERIFY(process.waitForFinished(10000));
    QTRY_VERIFY(server.sessionProcesses().isEmpty());
}

QTEST_GUILESS_MAIN(TestSshServer)
#include "tst_sshserver.moc"
