// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminalprompt.h"

#include "backends/core/text.h"

#include <csignal>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace paceline::cli {

namespace {

// For the signal handler alone: a terminal left without echo is worse than any style.
int g_terminal = -1;
termios g_before;

void restoreAndDie(int signal)
{
    if (g_terminal >= 0)
        tcsetattr(g_terminal, TCSANOW, &g_before);
    ::signal(signal, SIG_DFL);
    raise(signal);
}

void hideTyping(int terminal)
{
    if (g_terminal >= 0 || tcgetattr(terminal, &g_before) != 0)
        return;
    g_terminal = terminal;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
        ::signal(signal, restoreAndDie);
    termios hidden = g_before;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(terminal, TCSAFLUSH, &hidden);
}

void showTyping()
{
    if (g_terminal < 0)
        return;
    tcsetattr(g_terminal, TCSANOW, &g_before);
    g_terminal = -1;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
        ::signal(signal, SIG_DFL);
}

} // namespace

TerminalPrompt::TerminalPrompt(QObject *parent)
    : QObject(parent)
    , m_terminal(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC))
{
}

TerminalPrompt::~TerminalPrompt()
{
    showTyping();
    m_notifier.reset();
    if (m_terminal >= 0)
        ::close(m_terminal);
}

void TerminalPrompt::write(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    [[maybe_unused]] const ssize_t written = ::write(m_terminal, bytes.constData(), size_t(bytes.size()));
}

void TerminalPrompt::ask(const LoginQuestion &question)
{
    m_questions.push_back(question);
    if (m_questions.size() == 1)
        begin();
}

/// The server's own words where it gave some; else ours.
std::vector<LoginQuestion::Prompt> TerminalPrompt::promptsOf(const LoginQuestion &question) const
{
    switch (question.kind) {
    case LoginQuestion::Kind::HostKey:
        return {{tr("Trust it? (yes: remember, once: this time only, no) "), true}};
    case LoginQuestion::Kind::Passphrase:
        return {{tr("Passphrase of %1: ").arg(displayText(question.keyFile)), false}};
    case LoginQuestion::Kind::Password:
        if (question.prompts.empty() || question.prompts.front().text.trimmed().isEmpty())
            return {{tr("Password of %1 on %2: ").arg(displayText(question.user), displayText(question.host)), false}};
        break;
    case LoginQuestion::Kind::Interactive:
    case LoginQuestion::Kind::Program:
        break;
    }
    return question.prompts;
}

void TerminalPrompt::begin()
{
    const LoginQuestion &question = m_questions.front();
    m_answers.clear();
    m_typed.clear();
    if (question.kind == LoginQuestion::Kind::HostKey)
        write(tr("The key of host %1 is not known yet.\n%2 %3\n")
                  .arg(displayText(question.host), displayText(question.keyType), displayText(question.fingerprint)));
    if (question.retry)
        write(tr("That did not open the key file.\n"));
    for (const QString &text : {question.name, question.instruction}) {
        if (!text.isEmpty())
            write(displayText(text) + u'\n');
    }
    m_prompts = promptsOf(question);
    if (m_prompts.empty()) {
        finish(true);
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_terminal, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TerminalPrompt::readAnswer);
    showPrompt();
}

void TerminalPrompt::showPrompt()
{
    const LoginQuestion::Prompt &prompt = m_prompts[std::size_t(m_answers.size())];
    if (prompt.echo)
        showTyping();
    else
        hideTyping(m_terminal);
    write(displayText(prompt.text));
}

void TerminalPrompt::readAnswer()
{
    char buffer[1024];
    const ssize_t got = ::read(m_terminal, buffer, sizeof buffer);
    if (got <= 0) { // end of input: the person wants out
        finish(false);
        return;
    }
    m_typed.append(buffer, got);
    const qsizetype end = m_typed.indexOf('\n');
    if (end < 0)
        return;
    if (!m_prompts[std::size_t(m_answers.size())].echo)
        write(QStringLiteral("\n"));
    m_answers.append(QString::fromUtf8(m_typed.left(end)));
    m_typed.fill('\0');
    m_typed.clear();
    if (std::size_t(m_answers.size()) < m_prompts.size()) {
        showPrompt();
        return;
    }
    const bool refused = m_questions.front().kind == LoginQuestion::Kind::HostKey &&
                         m_answers.first() != QLatin1String("yes") && m_answers.first() != QLatin1String("once");
    finish(!refused);
}

void TerminalPrompt::finish(bool accepted)
{
    showTyping();
    if (m_notifier)
        m_notifier.release()->deleteLater(); // it may be the sender
    const quint64 id = m_questions.front().id;
    m_questions.pop_front();
    const QStringList answers = accepted ? std::exchange(m_answers, {}) : QStringList();
    m_answers.clear();
    emit answered(id, accepted, answers);
    if (!m_questions.empty())
        begin();
}

} // namespace paceline::cli
