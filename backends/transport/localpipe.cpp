// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/localpipe.h"

namespace paceline {

LocalPipe::LocalPipe(QStringList loginShell, QObject *parent)
    : ProcessPipe(parent)
    , m_loginShell(std::move(loginShell))
{
}

void LocalPipe::open(const QByteArray &command)
{
    emit progressed({LoginStep::StartingShell, QStringLiteral("local"), m_loginShell.first()});
    QStringList arguments = m_loginShell.mid(1);
    arguments += QString::fromLocal8Bit(command);
    startProgram(m_loginShell.first(), arguments, QProcessEnvironment::systemEnvironment());
}

void LocalPipe::programStarted()
{
    emit progressed({LoginStep::Ready, QStringLiteral("local"), {}});
    emit opened();
}

Error LocalPipe::reasonOfEnd() const
{
    return {ErrorKind::Disconnected, QString::fromLocal8Bit(errorText())};
}

} // namespace paceline
