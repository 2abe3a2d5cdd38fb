// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/summaries.h"

#include "app/window/clusterview.h"
#include "backends/core/text.h"
#include "widgets/format/jobtext.h"
#include "widgets/format/statustext.h"
#include "widgets/models/mood.h"

#include <QCoreApplication>

namespace paceline {

static QString nodesText(const Job &job)
{
    if (job.state == JobState::Running)
        return QCoreApplication::translate("Summaries", "%n node(s)", nullptr, job.numNodes);
    return stateText(job);
}

SidebarCluster summarizeCluster(const ClusterId &id, const ClusterView &view)
{
    const ConnectionState &state = view.session().connection();
    return {id, displayText(view.title(), 60), moodOf(state.phase),
            connectionText(state, view.host(), view.session().clock().nowMs())};
}

std::vector<SidebarJob> summarizeJobs(const ClusterId &id, const ClusterView &view)
{
    std::vector<SidebarJob> jobs;
    for (const JobId number : view.sidebarJobs()) {
        const auto job = view.data().job(number);
        SidebarJob row{id, number, {}, moodOf(view.verdict(number).severity), {}};
        row.name = job ? displayText(job->name, 60) : QString::number(number.number);
        row.line = job ? nodesText(*job) : QString();
        jobs.push_back(row);
    }
    return jobs;
}

QString windowTitleOf(const ClusterView &view)
{
    const auto job = view.data().job(view.currentJob());
    const QString place = displayText(view.title(), 60);
    return job ? QStringLiteral("%1 · %2 – Paceline").arg(displayText(job->name, 60), place)
               : QStringLiteral("%1 – Paceline").arg(place);
}

} // namespace paceline
