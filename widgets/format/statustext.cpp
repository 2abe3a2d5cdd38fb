// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/statustext.h"

#include "backends/core/text.h"
#include "widgets/format/counts.h"
#include "widgets/format/describe.h"
#include "widgets/format/durations.h"
#include "widgets/format/units.h"

#include <QCoreApplication>
#include <QStringList>

namespace paceline {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusText)
};
} // namespace

QString loginStepText(LoginStep step)
{
    switch (step) {
    case LoginStep::ReadingConfig:
        return Words::tr("Reading the SSH configuration");
    case LoginStep::Resolving:
        return Words::tr("Looking up the name");
    case LoginStep::Connecting:
        return Words::tr("Connecting");
    case LoginStep::KeyExchange:
        return Words::tr("Agreeing on encryption");
    case LoginStep::CheckingHostKey:
        return Words::tr("Checking the host key");
    case LoginStep::Authenticating:
        return Words::tr("Logging in");
    case LoginStep::StartingShell:
        return Words::tr("Starting the shell");
    case LoginStep::Ready:
        return Words::tr("Ready");
    }
    return {};
}

QString connectionText(const ConnectionState &state, const QString &host, qint64 nowMs)
{
    const QString shown = displayText(host, 128);
    switch (state.phase) {
    case ConnectionPhase::Disconnected:
        return Words::tr("Not connected to %1").arg(shown);
    case ConnectionPhase::Connecting:
        return Words::tr("Connecting to %1: %2").arg(shown, loginStepText(state.progress.step));
    case ConnectionPhase::Connected:
        return Words::tr("Connected to %1").arg(shown);
    case ConnectionPhase::Reconnecting:
        return state.nextTryMs > nowMs ? Words::tr("Connection to %1 lost, next try in %2")
                                             .arg(shown, formatDuration(state.nextTryMs - nowMs))
                                       : Words::tr("Reconnecting to %1").arg(shown);
    case ConnectionPhase::WaitingForPerson:
        return Words::tr("Reconnect needs a code");
    case ConnectionPhase::Failed:
        return state.error ? describe(*state.error, host).what : Words::tr("Connecting to %1 failed").arg(shown);
    }
    return {};
}

QString observerText(const ObserverCost &cost)
{
    QStringList parts = {Words::tr("%1 requests/min").arg(formatNumber(cost.requestsPerMinute, 2)),
                         formatValue(cost.bytesPerSecond, Unit::BytePerSecond)};
    if (cost.remoteCpuPercent)
        parts += Words::tr("%1 of a login core").arg(formatValue(*cost.remoteCpuPercent, Unit::Percent));
    return parts.join(QStringLiteral(" · "));
}

QString rungText(ProbeRung rung)
{
    switch (rung) {
    case ProbeRung::OverlapStep:
        return Words::tr("a step of ours on the job's nodes");
    case ProbeRung::SshToNode:
        return Words::tr("SSH to the nodes");
    case ProbeRung::FileByJob:
        return Words::tr("a file that the job writes");
    case ProbeRung::Sstat:
        return Words::tr("Slurm's own accounting (sstat)");
    case ProbeRung::QueueOnly:
        return Words::tr("the queue only");
    }
    return {};
}

QString probeText(const ProbeStatus &status)
{
    QStringList parts;
    if (status.rung != ProbeRung::OverlapStep || status.why)
        parts += Words::tr("Node counters from %1").arg(rungText(status.rung));
    if (status.why)
        parts += describe(*status.why).what;
    if (!status.silentNodes.empty())
        parts += status.silentNodes.size() == 1
                     ? Words::tr("%1 does not answer").arg(displayText(status.silentNodes.front().value, 64))
                     : Words::tr("%1 do not answer").arg(nodesText(qint64(status.silentNodes.size())));
    return parts.join(QStringLiteral(" · "));
}

QString subjectText(Problem::Subject subject)
{
    switch (subject) {
    case Problem::Subject::Queue:
        return Words::tr("The queue");
    case Problem::Subject::Nodes:
        return Words::tr("The nodes");
    case Problem::Subject::Job:
        return Words::tr("The job");
    case Problem::Subject::Log:
        return Words::tr("The log");
    case Problem::Subject::Probe:
        return Words::tr("The node counters");
    case Problem::Subject::Connection:
        return Words::tr("The connection");
    case Problem::Subject::History:
        return Words::tr("The history");
    }
    return {};
}

} // namespace paceline
