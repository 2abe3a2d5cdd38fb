// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/mood.h"

namespace paceline {

Mood moodOf(const Job &job)
{
    switch (job.state) {
    case JobState::Running:
        return job.flags.contains(QLatin1String("CONFIGURING")) ? Mood::Waiting : Mood::Well;
    case JobState::Pending:
        return Mood::Waiting;
    case JobState::Suspended:
        return Mood::Attention;
    case JobState::Completed:
    case JobState::Cancelled:
    case JobState::Preempted:
    case JobState::Unknown:
        return Mood::Idle;
    case JobState::Failed:
    case JobState::Timeout:
    case JobState::NodeFail:
    case JobState::BootFail:
    case JobState::Deadline:
    case JobState::OutOfMemory:
        break;
    }
    return Mood::Failed;
}

Mood moodOf(const Node &node)
{
    if (node.state == NodeState::Down || node.state == NodeState::Error || node.hasFlag("NOT_RESPONDING"))
        return Mood::Failed;
    if (!node.isUsable())
        return Mood::Attention;
    return node.state == NodeState::Idle ? Mood::Idle : Mood::Well;
}

Mood moodOf(Severity severity)
{
    switch (severity) {
    case Severity::Well:
        return Mood::Well;
    case Severity::Idle:
        return Mood::Idle;
    case Severity::Waiting:
        return Mood::Waiting;
    case Severity::Attention:
        return Mood::Attention;
    case Severity::Failed:
        break;
    }
    return Mood::Failed;
}

Mood moodOf(ConnectionPhase phase)
{
    switch (phase) {
    case ConnectionPhase::Disconnected:
        return Mood::Idle;
    case ConnectionPhase::Connecting:
        return Mood::Waiting;
    case ConnectionPhase::Connected:
        return Mood::Well;
    case ConnectionPhase::Reconnecting:
    case ConnectionPhase::WaitingForPerson:
        return Mood::Attention;
    case ConnectionPhase::Failed:
        break;
    }
    return Mood::Failed;
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? text : QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(text.toHtmlEscaped());
}

} // namespace paceline
