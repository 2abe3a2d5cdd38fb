// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/history/runreader.h"
#include "backends/history/runwriter.h"
#include "backends/history/schema.h"
#include "backends/store/snapshot.h"

#include <QTest>
#include <unistd.h>

namespace paceline {

inline const ClusterId kCluster{QStringLiteral("cluster")};
inline constexpr JobId kJob{4711};
inline constexpr qint64 kNowMs = 1'700'000'000'000;

inline LogRecord lossRecord(qint64 step, double loss)
{
    LogRecord r;
    r.step = step;
    r.line = step + 1;
    r.offset = step * 10;
    r.length = 9;
    r.timeMs = 1'700'000'000'000 + step * 250;
    r.timeSource = TimeSource::Arrived;
    r.metrics = {{QStringLiteral("loss"), loss, {}, QStringLiteral("loss")}};
    return r;
}

inline std::vector<LogRecord> lossRecords(qint64 from, qint64 to)
{
    std::vector<LogRecord> records;
    for (qint64 step = from; step < to; ++step)
        records.push_back(lossRecord(step, 2.0 + double(step % 100) / 64));
    return records;
}

inline LogPlace placeBehind(const Run &run)
{
    return {.inode = 0xfedcba9876543210,
            .device = 64,
            .offset = qint64(run.size()) * 10,
            .line = qint64(run.size()) + 1,
            .segment = 2,
            .known = "before",
            .state = QByteArray("\0state", 6),
            .timeMs = 1'700'000'000'123};
}

inline JobSnapshot snapshotOf(JobId job, std::shared_ptr<const Run> run)
{
    JobSnapshot snapshot;
    snapshot.job = job;
    snapshot.place = placeBehind(*run);
    snapshot.logRun = snapshot.run = std::move(run);
    return snapshot;
}

inline std::shared_ptr<const JobDetail> detailOf(JobId id, const QString &name, JobState state, qint64 startS)
{
    JobDetail detail;
    detail.job.id = id;
    detail.job.name = name;
    detail.job.user = QStringLiteral("ada");
    detail.job.state = state;
    detail.job.stateText = QStringLiteral("WORD");
    detail.job.startS = startS;
    detail.job.numNodes = 4;
    return std::make_shared<const JobDetail>(detail);
}

/// An open history without a thread.
struct OpenHistory
{
    explicit OpenHistory(const QString &path)
        : database(openHistory(path).value())
        , reader(database)
        , writer(database, ::getpid())
    {
    }
    qint64 count(const char *sql)
    {
        qint64 number = -1;
        const auto done = database.query(sql, [&](const Sqlite::Row &row) { number = row.number(0); });
        return done ? number : -2;
    }
    Result<RunWriter::Outcome> save(const JobSnapshot &job, quint64 token = 1, qint64 nowMs = kNowMs)
    {
        return writer.save(kCluster, token, job, nowMs);
    }

    Sqlite database;
    RunReader reader;
    RunWriter writer;
};

} // namespace paceline
