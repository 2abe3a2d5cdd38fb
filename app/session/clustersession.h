// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/domain/connection.h"
#include "backends/store/snapshot.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <memory>

namespace paceline {

/// How to reach a cluster, as the user said it.
struct HostSpec
{
    enum class Kind { Ssh, Local, Demo, Tape };
    enum class Pipe { Automatic, Libssh, SshProgram }; ///< Automatic: an open ControlMaster or what only OpenSSH can do takes the program
    Kind kind = Kind::Ssh;
    QString host;            ///< alias or user@host[:port] for Ssh, file path for Tape
    QString configFile;      ///< -F FILE; empty: ~/.ssh/config and the system's
    Pipe pipe = Pipe::Automatic;
    double speed = 1.0;      ///< of a tape

    /// "local:", "demo:", a path that ends in .paceline, else an SSH host. Error: Malformed (a host name that starts with '-' or holds
    /// blanks, control characters or shell code).
    static Result<HostSpec> parse(const QString &text);
    ClusterId clusterId() const;
};

/// What somebody looks at; a Source samples only that. Counted: every setInterest replaces the one before of the same viewer.
struct Interest
{
    bool queue = false, nodes = false;
    QSet<JobId> jobs;            ///< detail, log and counters
    int samplePeriodMs = 2000;   ///< of the counters
    bool background = false;     ///< minimised or closed to the tray: the queue is asked every 120 s only
};

/// One cluster as the programs see it: connection, sources, store, on their own threads. Lives on the main thread, no widgets.
/// Owned by the window or the CLI. Nothing here blocks.
class ClusterSession : public QObject
{
    Q_OBJECT
public:
    explicit ClusterSession(HostSpec spec, QObject *parent = nullptr);
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
    void setInterest(const QString &viewer, const Interest &interest);
    void refreshQueue();
    /// Records what comes from now on to a tape at path. Empty stops.
    Result<void> record(const QString &path);

signals:
    void connectionChanged(const paceline::ConnectionState &state);
    void questionAsked(const paceline::LoginQuestion &question);
    /// At most ten times a second.
    void changed(const paceline::ChangeSet &changes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace paceline
