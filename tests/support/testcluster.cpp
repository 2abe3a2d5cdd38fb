// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcluster.h"

#include "backends/core/text.h"

#include <QDir>
#include <QFile>

namespace paceline {

TestCluster::TestCluster()
    : m_command(qEnvironmentVariable("PACELINE_CLUSTER"))
    , m_run(qEnvironmentVariable("PACELINE_CLUSTER_RUN"))
{
}

bool TestCluster::isUp() const
{
    return !m_command.isEmpty() && QFile::exists(m_run + QStringLiteral("/up"));
}

TestCluster::Run TestCluster::call(const QStringList &arguments, const QStringList &environment, int timeoutMs) const
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(m_command, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(timeoutMs))
        return {-1, process.readAllStandardOutput(), "timed out: " + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

TestCluster::Run TestCluster::on(const QString &host, const QString &shellCommand, int timeoutMs) const
{
    return call({QStringLiteral("enter"), host, QStringLiteral("sh"), QStringLiteral("-c"), shellCommand}, {},
                timeoutMs);
}

TestCluster::Run TestCluster::as(const QString &user, const QString &shellCommand, int timeoutMs) const
{
    const QByteArray quoted = shellQuoted("cd; " + shellCommand.toUtf8());
    return on(QStringLiteral("login"), QStringLiteral("su %1 -s /bin/sh -c %2").arg(user, QString::fromUtf8(quoted)),
              timeoutMs);
}

JobId TestCluster::submitTraining(const QStringList &environment, const QStringList &sbatchOptions) const
{
    const Run run = call(QStringList{QStringLiteral("submit")} + sbatchOptions, environment);
    return JobId{run.out.trimmed().split('\n').last().trimmed().toUInt()};
}

QString TestCluster::stateOf(JobId job) const
{
    const Run run = on(QStringLiteral("login"), QStringLiteral("scontrol -o show job %1").arg(job.number));
    const qsizetype at = run.out.indexOf(" JobState=");
    return at < 0 ? QString() : QString::fromLatin1(run.out.mid(at + 10).split(' ').first());
}

QByteArray TestCluster::readHomeFile(const QString &user, const QString &name) const
{
    QFile file(m_run + QStringLiteral("/home/%1/%2").arg(user, name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TestCluster::writeProxyConfig(const QTemporaryDir &folder, quint16 port) const
{
    const QString path = folder.filePath(QStringLiteral("ssh_config"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(
        "Host through-proxy\n  HostName 127.0.0.1\n  Port " + QByteArray::number(port) +
        "\n  HostKeyAlias 10.78.0.1\n  User alice\n  IdentitiesOnly yes\n  StrictHostKeyChecking yes\n  IdentityFile " +
        m_run.toUtf8() + "/client/alice_key\n  UserKnownHostsFile " + m_run.toUtf8() + "/client/known_hosts\n");
    return path;
}

} // namespace paceline
