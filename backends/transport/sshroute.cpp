// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshroute.h"

#include "backends/transport/sshconfigfile.h"

#include <QStandardPaths>
#include <QTimer>

namespace paceline {

static constexpr int kMaxHops = 8;
static constexpr int kProgramMs = 10000;

SshRouteReader::SshRouteReader(QObject *parent)
    : QObject(parent)
{
}

SshRouteReader::~SshRouteReader()
{
    for (QProcess *process : findChildren<QProcess *>()) {
        process->disconnect(this);
        process->kill();
        process->setParent(nullptr);
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
    }
}

QString SshRouteReader::findSshProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("ssh"));
}

void SshRouteReader::start(const SshTarget &target, const QString &configFile, const QString &sshProgram)
{
    m_target = m_current = target;
    m_configFile = configFile;
    m_program = sshProgram;
    readOne();
}

/// Runs ssh with a host that was validated, after "--". Kills it when it takes too long (Match exec may).
QProcess *SshRouteReader::makeProcess(const QStringList &before, const SshTarget &target)
{
    QStringList arguments = before;
    if (!m_configFile.isEmpty())
        arguments << QStringLiteral("-F") << m_configFile;
    if (!target.user.isEmpty())
        arguments << QStringLiteral("-l") << target.user;
    if (target.port != 0)
        arguments << QStringLiteral("-p") << QString::number(target.port);
    arguments << QStringLiteral("--") << target.host;
    auto *process = new QProcess(this);
    process->setProgram(m_program);
    process->setArguments(arguments);
    process->setStandardInputFile(QProcess::nullDevice());
    QTimer::singleShot(kProgramMs, process, &QProcess::kill);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    return process;
}

void SshRouteReader::readOne()
{
    if (m_program.isEmpty()) {
        auto host = readSshConfig(m_current, m_configFile);
        if (host)
            onHostRead(std::move(*host));
        else
            fail(host.error());
        return;
    }
    QProcess *process = makeProcess({QStringLiteral("-G")}, m_current);
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail({ErrorKind::Malformed, process->errorString()});
    });
    connect(process, &QProcess::finished, this, [this, process](int status) {
        if (status != 0 || process->exitStatus() != QProcess::NormalExit)
            fail({ErrorKind::Malformed, QString::fromUtf8(process->readAllStandardError().left(2048)).trimmed()});
        else
            onHostRead(SshHostConfig::fromOptions(m_current, parseSshDashG(process->readAllStandardOutput())));
    });
    process->start();
}

void SshRouteReader::onHostRead(SshHostConfig host)
{
    if (m_jumps.isEmpty())
        m_jumps = host.proxyJump;
    m_route.insert(m_route.begin(), std::move(host));
    if (m_jumps.isEmpty()) {
        checkMaster();
        return;
    }
    const QString next = m_jumps.takeLast();
    const auto target = SshTarget::parse(next);
    if (!target || m_route.size() >= size_t(kMaxHops) || *target == m_current) {
        fail({ErrorKind::Malformed, QLatin1String("ProxyJump ") + next});
        return;
    }
    m_current = *target;
    readOne();
}

void SshRouteReader::checkMaster()
{
    if (m_program.isEmpty() || m_route.back().controlPath.isEmpty()) {
        finish();
        return;
    }
    QProcess *process = makeProcess({QStringLiteral("-O"), QStringLiteral("check")}, m_target);
    connect(process, &QProcess::finished, this, [this](int status) {
        m_route.back().controlMasterOpen = status == 0;
        finish();
    });
    process->start();
}

void SshRouteReader::fail(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { emit failed(error); }, Qt::QueuedConnection);
}

void SshRouteReader::finish()
{
    const SshRoute route = m_route;
    QMetaObject::invokeMethod(
        this, [this, route] { emit ready(route); }, Qt::QueuedConnection);
}

} // namespace paceline
