// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/jobarrangement.h"

#include <QString>

namespace paceline {

/// What one row says of all the tasks of an array. Taken once for each listing: an array may have ten thousand tasks,
/// and a row is painted with every scroll.
struct ArraySummary
{
    const Job *first = nullptr;   ///< stands for what all tasks share
    const Job *longest = nullptr; ///< the task that started first; first, when none has
    qint64 running = 0, waiting = 0, ended = 0;
    struct Size
    {
        qint64 nodes = 0, cpus = 0, gpus = 0;
        void add(const Job &job, qint64 tasks);
    };
    Size held, asked; ///< by the tasks that run, by those that wait
    QString reason;   ///< Slurm's word for the first task that has one

    void add(const Job &job);
    qint64 tasks() const { return running + waiting + ended; }
    /// As a single job's: what it holds, and of one that only waits what it asks for.
    const Size &size() const { return running > 0 ? held : asked; }
};

/// Plain text made safe to show; the summary holds one task or more.
QString arrayCell(JobColumn column, const ArraySummary &array, double nowS);
QString arrayToolTip(const ArraySummary &array);

} // namespace paceline
