// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/login.h"

#include <QObject>

#include <deque>

class QWidget;

namespace paceline {

class ClusterSession;
class PromptDialog;

/// Shows the questions of one session's login, one after the other, and hands the answers back. Never opens by itself:
/// the session asks only while a person is logging in. GUI thread.
class LoginDialogs : public QObject
{
    Q_OBJECT
public:
    LoginDialogs(ClusterSession &session, QWidget *parent);

    /// The dialog in front; null when nothing is asked.
    PromptDialog *current() const { return m_current; }

private:
    void ask(const LoginQuestion &question);
    void showNext();
    void withdraw();

    ClusterSession &m_session;
    QWidget *m_parent;
    std::deque<LoginQuestion> m_waiting;
    PromptDialog *m_current = nullptr;
};

} // namespace paceline
