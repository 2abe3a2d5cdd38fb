// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/login.h"

#include <QObject>
#include <QSocketNotifier>
#include <deque>
#include <memory>

namespace paceline::cli {

/// Puts a login's questions to the person at the terminal (/dev/tty, so that pipes stay free), secrets without echo,
/// one after the other. Nothing blocks. Main thread; owned by the verb. The terminal gets its echo back whatever ends
/// the program.
class TerminalPrompt : public QObject
{
    Q_OBJECT
public:
    explicit TerminalPrompt(QObject *parent = nullptr);
    ~TerminalPrompt() override;

    /// False: there is no terminal to ask at.
    bool isUsable() const { return m_terminal >= 0; }
    void ask(const paceline::LoginQuestion &question);

signals:
    void answered(quint64 questionId, bool accepted, const QStringList &answers);

private:
    void begin();
    void showPrompt();
    void readAnswer();
    void finish(bool accepted);
    void write(const QString &text);
    std::vector<LoginQuestion::Prompt> promptsOf(const LoginQuestion &question) const;

    int m_terminal = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::deque<LoginQuestion> m_questions;
    std::vector<LoginQuestion::Prompt> m_prompts;
    QStringList m_answers;
    QByteArray m_typed;
};

} // namespace paceline::cli
