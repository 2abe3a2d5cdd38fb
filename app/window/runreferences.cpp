// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runreferences.h"

#include "backends/core/text.h"

#include <QCoreApplication>
#include <algorithm>

namespace paceline {

static constexpr std::size_t kMostReferences = 5; // more lines behind one another cannot be told apart

std::vector<RunReference> runReferences(const ClusterData &data, JobId job, const LastRuns::Last &last)
{
    const QString lastName = QCoreApplication::translate("RunReferences", "last run");
    const auto shown = data.job(job);
    std::vector<std::shared_ptr<const Job>> others;
    for (auto it = data.watched.cbegin(); shown && it != data.watched.cend(); ++it) {
        const auto other = data.job(it.key());
        if (it.key() != job && other && other->name == shown->name && it.value()->run && it.value()->run->size() > 0)
            others.push_back(other);
    }
    std::sort(others.begin(), others.end(),
              [](const auto &a, const auto &b) { return a->startS.value_or(0) > b->startS.value_or(0); });
    std::vector<RunReference> references;
    const auto watched = data.watched.value(last.job);
    if (last.run && !(watched && watched->run))
        references.push_back({lastName, last.run, {}});
    for (const auto &other : others) {
        const bool isLast = references.empty() && other->startS && shown->startS && *other->startS < *shown->startS;
        RunReference reference{
            isLast ? lastName
                   : QCoreApplication::translate("RunReferences", "job %1").arg(displayText(other->displayId, 40)),
            data.watched.value(other->id)->run,
            {}};
        if (other->startS)
            reference.facts.startMs = double(*other->startS) * 1000;
        reference.facts.gpus = other->gpus;
        references.push_back(std::move(reference));
        if (references.size() == kMostReferences)
            break;
    }
    return references;
}

} // namespace paceline
