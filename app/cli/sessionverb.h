// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminalprompt.h"
#include "app/session/clustersession.h"

#include <QObject>
#include <QTimer>

namespace paceline::cli {

/// A verb that talks to a cluster: connects, puts the login's questions to the terminal, collects what comes, and ends
/// the program. Main thread; owned by the caller, which runs the event loop and returns its result. Failures are told
/// once, on standard error.
class SessionVerb : public QObject
{
    Q_OBJECT
public:
    explicit SessionVerb(HostSpec spec);

    void start();

protected:
    enum class Patience { OneShot, Endless }; ///< OneShot: an answer must come within kAnswerMs of the connection
    static constexpr int kAnswerMs = 60'000;

    virtual Interest interest() const = 0;
    virtual Patience patience() const { return Patience::OneShot; }
    /// Something changed; see jobs(), nodes(), snapshot(), problems().
    virtual void onChanged(const ChangeSet &changes) = 0;
    virtual void onConnectionChanged(const ConnectionState &) {}

    ClusterSession &session() { return m_session; }
    /// Tells the session what interest() says now.
    void lookAgain();
    void finish(int status);
    /// One line on standard error, and the end.
    void fail(const Error &error);
    bool isFinished() const { return m_finished; }

    const std::shared_ptr<const JobList> &jobs() const { return m_jobs; }
    const std::shared_ptr<const NodeList> &nodes() const { return m_nodes; }
    const QString &userName() const { return m_userName; }
    /// Of the cluster as a whole, not cleared.
    const std::vector<Problem> &problems() const { return m_problems; }
    const Problem *problemOf(Problem::Subject subject) const;

private:
    void takeConnection(const ConnectionState &state);
    void takeQuestion(const LoginQuestion &question);
    void giveAnswer(quint64 questionId, bool accepted, const QStringList &answers);
    void takeChanges(const ChangeSet &changes);

    ClusterSession m_session;
    TerminalPrompt m_prompt;
    QTimer m_patience;
    bool m_finished = false, m_wasConnected = false, m_askedAgain = false;
    std::shared_ptr<const JobList> m_jobs;
    std::shared_ptr<const NodeList> m_nodes;
    QString m_userName;
    std::vector<Problem> m_problems;
};

/// One job of a cluster, named as people write it: "12345", "7_3", "10+1". Finds its number, then looks at it.
class JobVerb : public SessionVerb
{
    Q_OBJECT
public:
    JobVerb(HostSpec spec, QString job);

protected:
    void onChanged(const ChangeSet &changes) override;
    Interest interest() const override;
    /// What is wanted to know of the job once its number is known.
    virtual Interest jobInterest(JobId job) const = 0;
    virtual void onJob(const JobSnapshot &snapshot) = 0;

    JobId job() const { return m_id; }
    const Job *row() const;
    /// As fail, in words that name the job where Slurm does not know it.
    void failJob(const Error &error);

private:
    void resolve();

    QString m_name;
    JobId m_id;
};

} // namespace paceline::cli
