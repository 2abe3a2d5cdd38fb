// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/hostspec.h"
#include "app/session/interest.h"
#include "backends/core/clock.h"
#include "backends/domain/connection.h"
#include "backends/store/snapshot.h"

#include <QObject>
#include <QString>
#include <memory>

namespace paceline {

class History;
namespace logs {
class PatternSet;
}

/// One cluster as the programs see it: connection, sources, store, on their own threads. Lives on the main thread, no
/// widgets. Owned by the window or the CLI. Nothing here blocks.
class ClusterSession : public QObject
{
    Q_OBJECT
public:
    /// history: where runs are kept, and outlives the session; null: nowhere. Tapes and the demo keep nothing.
    explicit ClusterSession(HostSpec spec, QObject *parent = nullptr, History *history = nullptr);
    ~ClusterSession() override;

    const HostSpec &spec() const;
    const ConnectionState &connection() const;
    /// The clock that this cluster's data are compared with (a tape has its own).
    const Clock &clock() const;

    void connectToHost();
    void disconnectFromHost();
    /// One click on "Reconnect needs a code".
    void reconnectNow();
    /// answers: one per prompt; an empty list with accepted=false cancels the login.
    void answer(quint64 questionId, bool accepted, const QStringList &answers);
    /// Replaces what this viewer looked at before; an empty Interest ends it.
    void setInterest(const QString &viewer, const Interest &interest);
    /// One's own first four running jobs are watched every 10 s although nobody looks (on by default in the window).
    void setWatchOwnJobs(bool on);
    /// See Store::setCounterBudget.
    void setCounterBudget(qint64 bytes);
    /// The user's patterns of log lines; null: none. Logs that are followed are read anew where they read otherwise.
    void setPatterns(std::shared_ptr<const logs::PatternSet> patterns);
    void refreshQueue();
    /// A file or folder on the cluster is read for the run of a watched job, too: absolute, or from the job's working
    /// folder on. Remembered for the run.
    void addRunFile(JobId job, const QString &path);
    /// Whether a file that was found for the run is read.
    void setRunFileRead(JobId job, const QString &path, bool isRead);
    /// Records what comes from now on to a tape at path; empty stops. recordingFailed() tells when it cannot be
    /// written.
    void record(const QString &path);

signals:
    void connectionChanged(const paceline::ConnectionState &state);
    void questionAsked(const paceline::LoginQuestion &question);
    void recordingFailed(const paceline::Error &error);
    /// At most ten times a second.
    void changed(const paceline::ChangeSet &changes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace paceline
