// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sessionverb.h"

#include "app/cli/exitstatus.h"
#include "app/cli/output.h"

#include <QCoreApplication>
#include <algorithm>

namespace paceline::cli {

static const QString kViewer = QStringLiteral("cli");

SessionVerb::SessionVerb(HostSpec spec)
    : m_session(std::move(spec))
{
    m_patience.setSingleShot(true);
    connect(&m_session, &ClusterSession::connectionChanged, this, &SessionVerb::takeConnection);
    connect(&m_session, &ClusterSession::questionAsked, this, &SessionVerb::takeQuestion);
    connect(&m_session, &ClusterSession::changed, this, &SessionVerb::takeChanges);
    connect(&m_prompt, &TerminalPrompt::answered, this, &SessionVerb::giveAnswer);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail({ErrorKind::TimedOut, {}}); });
}

void SessionVerb::start()
{
    lookAgain();
    m_session.connectToHost();
}

void SessionVerb::lookAgain()
{
    m_session.setInterest(kViewer, interest());
}

void SessionVerb::finish(int status)
{
    if (std::exchange(m_finished, true))
        return;
    m_session.setInterest(kViewer, {});
    QCoreApplication::exit(status);
}

void SessionVerb::fail(const Error &error)
{
    if (m_finished)
        return;
    printError(error, m_session.spec().clusterId().value);
    finish(Failed);
}

const Problem *SessionVerb::problemOf(Problem::Subject subject) const
{
    const auto it = std::find_if(m_problems.begin(), m_problems.end(),
                                 [subject](const Problem &p) { return p.subject == subject; });
    return it == m_problems.end() ? nullptr : &*it;
}

void SessionVerb::takeConnection(const ConnectionState &state)
{
    if (m_finished)
        return;
    onConnectionChanged(state);
    switch (state.phase) {
    case ConnectionPhase::Connected:
        m_wasConnected = true;
        m_askedAgain = false;
        if (patience() == Patience::OneShot && !m_patience.isActive())
            m_patience.start(kAnswerMs);
        break;
    case ConnectionPhase::Failed:
        fail(state.error.value_or(Error{ErrorKind::Disconnected, {}}));
        break;
    case ConnectionPhase::WaitingForPerson:
        // The one at the terminal is the person; but a refused login is not repeated.
        if (m_prompt.isUsable() && m_wasConnected && !std::exchange(m_askedAgain, true))
            m_session.reconnectNow();
        else
            fail(state.error.value_or(Error{ErrorKind::NeedsInteraction, {}}));
        break;
    default:
        break;
    }
}

void SessionVerb::takeQuestion(const LoginQuestion &question)
{
    if (m_prompt.isUsable()) {
        m_prompt.ask(question);
        return;
    }
    m_session.answer(question.id, false, {});
    const QString what = question.kind == LoginQuestion::Kind::HostKey
                             ? question.keyType + u' ' + question.fingerprint
                             : QStringList{question.name, question.instruction, question.keyFile}.join(u' ').trimmed();
    fail({question.kind == LoginQuestion::Kind::HostKey ? ErrorKind::HostKeyUnknown : ErrorKind::NeedsInteraction,
          what});
}

void SessionVerb::giveAnswer(quint64 questionId, bool accepted, const QStringList &answers)
{
    m_session.answer(questionId, accepted, answers);
    if (!accepted)
        fail({ErrorKind::Cancelled, {}});
}

void SessionVerb::takeChanges(const ChangeSet &changes)
{
    if (m_finished)
        return;
    if (changes.jobs)
        m_jobs = changes.jobs;
    if (changes.nodes)
        m_nodes = changes.nodes;
    if (!changes.userName.isEmpty())
        m_userName = changes.userName;
    if (changes.problems)
        m_problems = *changes.problems;
    onChanged(changes);
}

JobVerb::JobVerb(HostSpec spec, QString job)
    : SessionVerb(std::move(spec))
    , m_name(std::move(job))
{
    m_id.number = m_name.toUInt(); // 0 for "7_3", which only the queue can tell
}

Interest JobVerb::interest() const
{
    if (m_id.number != 0)
        return jobInterest(m_id);
    Interest queue;
    queue.queue = true;
    return queue;
}

const Job *JobVerb::row() const
{
    if (!jobs())
        return nullptr;
    const auto &all = jobs()->jobs;
    const auto it = std::find_if(all.begin(), all.end(), [this](const auto &job) { return job->id == m_id; });
    return it == all.end() ? nullptr : it->get();
}

void JobVerb::failJob(const Error &error)
{
    if (error.kind != ErrorKind::NotFound) {
        fail(error);
    } else if (!isFinished()) {
        printError(tr("Slurm does not know a job %1 that you may see.").arg(m_name));
        finish(Failed);
    }
}

void JobVerb::resolve()
{
    if (const Problem *problem = problemOf(Problem::Subject::Queue)) {
        fail(problem->error);
        return;
    }
    if (!jobs())
        return;
    const auto &all = jobs()->jobs;
    const auto it = std::find_if(all.begin(), all.end(), [this](const auto &job) { return job->displayId == m_name; });
    if (it == all.end()) {
        failJob({ErrorKind::NotFound, {}});
        return;
    }
    m_id = (*it)->id;
    lookAgain();
}

void JobVerb::onChanged(const ChangeSet &changes)
{
    if (m_id.number == 0) {
        resolve();
        return;
    }
    for (const auto &snapshot : changes.watched) {
        if (snapshot && snapshot->job == m_id && !isFinished())
            onJob(*snapshot);
    }
}

} // namespace paceline::cli
