// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"

#include <QHash>
#include <memory>
#include <vector>

namespace paceline {

/// The jobs that hold a node at present, for whoever asks about one after the other, as the mouse does on the map: host
/// lists are expanded once for a queue, when somebody asks for the first time. GUI thread.
class NodeJobs
{
public:
    void setQueue(std::shared_ptr<const JobList> jobs);
    bool isKnown() const { return m_queue != nullptr; }
    std::vector<std::shared_ptr<const Job>> on(const NodeName &node);

private:
    void index();

    std::shared_ptr<const JobList> m_queue;
    QHash<QString, std::vector<int>> m_places; ///< in the queue
    bool m_isIndexed = false;
};

} // namespace paceline
