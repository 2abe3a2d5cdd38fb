// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/logindialogs.h"

#include "app/session/clustersession.h"
#include "widgets/dialogs/promptdialog.h"

#include <QWidget>

namespace paceline {

LoginDialogs::LoginDialogs(ClusterSession &session, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_parent(parent)
{
    connect(&m_session, &ClusterSession::questionAsked, this, &LoginDialogs::ask);
    connect(&m_session, &ClusterSession::connectionChanged, this, [this](const ConnectionState &state) {
        if (state.phase != ConnectionPhase::Connecting)
            withdraw();
    });
}

void LoginDialogs::ask(const LoginQuestion &question)
{
    m_waiting.push_back(question);
    showNext();
}

void LoginDialogs::showNext()
{
    if (m_current || m_waiting.empty())
        return;
    m_current = new PromptDialog(m_waiting.front(), m_parent->window());
    m_waiting.pop_front();
    connect(m_current, &PromptDialog::answered, this, [this](quint64 id, bool accepted, const QStringList &answers) {
        m_current = nullptr;
        m_session.answer(id, accepted, answers);
        showNext();
    });
    m_current->open();
}

/// The login is over, one way or the other: what is still asked has no listener.
void LoginDialogs::withdraw()
{
    m_waiting.clear();
    if (m_current) {
        m_current->disconnect(this);
        m_current->close();
        m_current = nullptr;
    }
}

} // namespace paceline
