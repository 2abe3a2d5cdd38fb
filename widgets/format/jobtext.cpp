// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/jobtext.h"

#include "backends/core/text.h"

#include <QCoreApplication>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

QString signalName(int number)
{
    switch (number) {
    case 1:
        return QStringLiteral("HUP");
    case 2:
        return QStringLiteral("INT");
    case 3:
        return QStringLiteral("QUIT");
    case 4:
        return QStringLiteral("ILL");
    case 6:
        return QStringLiteral("ABRT");
    case 7:
        return QStringLiteral("BUS");
    case 8:
        return QStringLiteral("FPE");
    case 9:
        return QStringLiteral("KILL");
    case 10:
        return QStringLiteral("USR1");
    case 11:
        return QStringLiteral("SEGV");
    case 12:
        return QStringLiteral("USR2");
    case 13:
        return QStringLiteral("PIPE");
    case 15:
        return QStringLiteral("TERM");
    case 24:
        return QStringLiteral("XCPU");
    default:
        return {};
    }
}

QString baseWord(NodeState state)
{
    switch (state) {
    case NodeState::Idle:
        return Words::tr("free", "node");
    case NodeState::Mixed:
        return Words::tr("partly used", "node");
    case NodeState::Allocated:
        return Words::tr("fully used", "node");
    case NodeState::Down:
        return Words::tr("down", "node");
    case NodeState::Error:
        return Words::tr("in error", "node");
    case NodeState::Future:
        return Words::tr("not yet there", "node");
    case NodeState::Unknown:
        break;
    }
    return {};
}

} // namespace

QString stateText(JobState state)
{
    switch (state) {
    case JobState::Pending:
        return Words::tr("waiting");
    case JobState::Running:
        return Words::tr("running");
    case JobState::Suspended:
        return Words::tr("suspended");
    case JobState::Completed:
        return Words::tr("done");
    case JobState::Cancelled:
        return Words::tr("cancelled");
    case JobState::Failed:
        return Words::tr("failed");
    case JobState::Timeout:
        return Words::tr("time limit reached");
    case JobState::NodeFail:
        return Words::tr("node failed");
    case JobState::Preempted:
        return Words::tr("preempted");
    case JobState::BootFail:
        return Words::tr("boot failed");
    case JobState::Deadline:
        return Words::tr("deadline missed");
    case JobState::OutOfMemory:
        return Words::tr("out of memory");
    case JobState::Unknown:
        break;
    }
    return Words::tr("unknown");
}

QString stateText(const Job &job)
{
    const auto has = [&job](const char *flag) { return job.flags.contains(QLatin1String(flag)); };
    if (job.state == JobState::Running) {
        if (has("CONFIGURING"))
            return Words::tr("starting");
        if (has("COMPLETING"))
            return Words::tr("ending");
        if (has("STOPPED"))
            return Words::tr("stopped");
    }
    if (job.state == JobState::Pending) {
        if (has("CONFIGURING"))
            return Words::tr("starting");
        if (has("REQUEUE_HOLD") || has("SPECIAL_EXIT"))
            return Words::tr("requeued and held");
        if (has("REQUEUED") || has("REQUEUE_FED") || has("COMPLETING"))
            return Words::tr("requeued");
    }
    if (job.state == JobState::Unknown && !job.stateText.isEmpty())
        return displayText(job.stateText, 64);
    return stateText(job.state);
}

QString exitText(const QString &exitCode)
{
    const QStringList parts = exitCode.split(QLatin1Char(':'));
    bool codeOk = false, signalOk = true;
    const int code = parts.value(0).toInt(&codeOk);
    const int signal = parts.size() > 1 ? parts.value(1).toInt(&signalOk) : 0;
    if (!codeOk || !signalOk || parts.size() > 2)
        return displayText(exitCode, 64);
    // A shell reports a child's signal as 128 + n.
    const int killedBy = signal > 0                                                      ? signal
                         : code > 128 && code < 160 && !signalName(code - 128).isEmpty() ? code - 128
                                                                                         : 0;
    if (killedBy == 0)
        return Words::tr("exit code %1").arg(code);
    const QString name = signalName(killedBy);
    return name.isEmpty() ? Words::tr("killed by signal %1").arg(killedBy)
                          : Words::tr("killed by signal %1 (%2)").arg(killedBy).arg(name);
}

QString nodeStateText(const Node &node)
{
    QString word = baseWord(node.state);
    if (word.isEmpty())
        word = node.stateText.isEmpty() ? Words::tr("unknown", "node") : displayText(node.stateText, 64);
    if (node.hasFlag("NOT_RESPONDING"))
        word = Words::tr("does not answer", "node");
    else if (node.hasFlag("POWERED_DOWN") || node.hasFlag("POWERING_DOWN"))
        word = Words::tr("powered off", "node");
    else if (node.hasFlag("POWERING_UP"))
        word = Words::tr("booting", "node");
    if (node.hasFlag("DRAIN"))
        word = node.state == NodeState::Idle || node.state == NodeState::Down ? Words::tr("drained", "node")
                                                                              : Words::tr("draining", "node");
    else if (node.hasFlag("MAINTENANCE"))
        word = Words::tr("in maintenance", "node");
    else if (node.hasFlag("RESERVED"))
        word = Words::tr("reserved", "node");
    return node.reason.isEmpty() ? word
                                 : Words::tr("%1: %2", "node state: reason").arg(word, displayText(node.reason, 200));
}

} // namespace paceline
