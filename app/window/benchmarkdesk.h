// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/baselineset.h"
#include "backends/store/snapshot.h"
#include "widgets/pages/benchmarkchooser.h"

#include <QObject>
#include <deque>

namespace paceline {

class BaselineLibrary;
class Settings;

/// What jobs are compared with: the library of baselines, loaded when the first job with a throughput asks for it, what
/// is guessed of each job, and what the user chose instead, kept by the job's name. GUI thread; owned by the window.
class BenchmarkDesk : public QObject
{
    Q_OBJECT
public:
    BenchmarkDesk(Settings &settings, BaselineLibrary &library, QObject *parent);

    /// Empty while the job tells no throughput; without published figures until the catalogue is there. snapshot may be
    /// null.
    BenchmarkView of(const Job &job, const JobSnapshot *snapshot);
    const BenchmarkLists &lists() const { return m_lists; }
    void choose(const QString &jobName, const BenchmarkChoice &choice);

signals:
    /// of() answers otherwise now.
    void changed();

private:
    /// One answer; facts rarely change, and searching the catalogue for each sample would be waste.
    struct Known
    {
        BenchmarkFacts facts;
        BenchmarkView view;
    };
    void take(const BaselineSetPtr &catalogue);
    BenchmarkView viewOf(const BenchmarkFacts &facts) const;

    Settings &m_settings;
    BaselineLibrary &m_library;
    BaselineSetPtr m_catalogue; ///< null until it was read
    BenchmarkLists m_lists;
    std::deque<Known> m_known; ///< the newest in front
};

} // namespace paceline
