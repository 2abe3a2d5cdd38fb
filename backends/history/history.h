// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/history/savedrun.h"
#include "backends/store/snapshot.h"

#include <QFuture>
#include <QObject>
#include <memory>

namespace paceline {

/// What survives the end of the program: one database of runs, one for all clusters. Every method may be called from
/// any thread and returns at once; a thread of its own reads and writes. Owned by main; outlives the sessions. Whatever
/// goes wrong is told by failed() or by the answer, and the next save makes it good.
class History : public QObject
{
    Q_OBJECT
public:
    static constexpr int kSaveMs = 500; ///< what a kill can lose, together with the time of publishing
    static constexpr int kRetryMs = 30'000;

    /// path: of the database, made when first needed.
    explicit History(QString path, QObject *parent = nullptr);
    /// Saves what waits, then ends the thread.
    ~History() override;

    /// A number that no other session has, in no program.
    static quint64 newToken();

    /// Saves the job's run as it is now; of several that wait, the newest. Ignored while the job has no run and place.
    /// token: one for each session.
    void save(const ClusterId &cluster, quint64 token, std::shared_ptr<const JobSnapshot> job);
    /// The session lets go of the job, once what waits is saved.
    void release(const ClusterId &cluster, quint64 token, JobId job);

    template <class T>
    using Answer = QFuture<Result<T>>;
    /// What was saved, to go on with it: later saves by token come behind it. Empty where there is none.
    /// Errors here and below: DiskFull, PermissionDenied, Malformed (damaged), TimedOut (held by another program),
    /// Unsupported (of a newer program), Internal.
    Answer<std::optional<SavedRun>> load(const RunKey &key, quint64 token);
    /// What was saved, to look at.
    Answer<std::optional<SavedRun>> look(const RunKey &key);
    /// All runs of a cluster, newest first.
    Answer<std::vector<SavedRunEntry>> runs(const ClusterId &cluster);
    /// The newest run of a finished job with this name and user, but for the job except.
    Answer<std::optional<SavedRun>> lastFinished(const ClusterId &cluster, const QString &name, const QString &user,
                                                 JobId except);
    /// What the user corrected about a run (the common name of a metric ...): key -> value.
    Answer<QMap<QString, QString>> corrections(const RunKey &key);
    /// Answers true once it is saved.
    Answer<bool> correct(const RunKey &key, const QString &name, const QString &value);

signals:
    /// Nothing can be saved at present; once for each new reason. Emitted on the history's thread.
    void failed(const paceline::Error &error);
    /// After failed(): all is saved again.
    void recovered();

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace paceline
