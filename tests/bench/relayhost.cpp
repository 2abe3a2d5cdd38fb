// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/relayhost.h"

#include <QFile>
#include <cstdlib>

namespace paceline {

static void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

RelayHost::RelayHost()
{
    if (const QString why = m_server.start(); !why.isEmpty())
        giveUp(why);
    m_master.start(QStringLiteral("ssh"), QStringList{QStringLiteral("-M"), QStringLiteral("-N")} + commonArguments() +
                                              QStringList{QStringLiteral("testhost")});
    QElapsedTimer waited;
    waited.start();
    while (!QFile::exists(m_server.filePath(QStringLiteral("control"))) && !waited.hasExpired(10000))
        m_master.waitForFinished(20);
    m_relay = std::make_unique<PipeRelay>(std::make_unique<SshProgramPipe>(
        SshProgramOptions{.host = QStringLiteral("testhost"),
                          .configFile = m_server.clientConfigFile(),
                          .extraArguments = {QStringLiteral("-S"), m_server.filePath(QStringLiteral("control"))}}));
    QObject::connect(m_relay.get(), &Relay::ended, m_relay.get(), [](const Error &error) { giveUp(error.detail); });
    m_relay->start();
    waitFor(m_relay.get(), &Relay::ready);
    m_relay->disconnect(SIGNAL(ended(paceline::Error)));
}

RelayHost::~RelayHost()
{
    m_relay->disconnect();
    m_relay.reset();
    m_master.kill();
    m_master.waitForFinished();
}

QStringList RelayHost::commonArguments() const
{
    return {QStringLiteral("-F"), m_server.clientConfigFile(), QStringLiteral("-T"), QStringLiteral("-S"),
            m_server.filePath(QStringLiteral("control"))};
}

double RelayHost::sshMs(const QStringList &arguments, const QString &outputFile) const
{
    QProcess process;
    process.setStandardInputFile(QStringLiteral("/dev/null"));
    process.setStandardOutputFile(outputFile);
    QElapsedTimer timer;
    timer.start();
    process.start(QStringLiteral("ssh"), commonArguments() + arguments);
    process.waitForFinished(-1);
    if (process.exitCode() != 0)
        giveUp(QString::fromLocal8Bit(process.readAllStandardError()));
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace paceline
