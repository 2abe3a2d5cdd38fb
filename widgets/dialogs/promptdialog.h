// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/login.h"

#include <QDialog>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace paceline {

/// Asks the person what a login asks: any number of prompts, the server's words as plain text, or the fingerprint of an
/// unknown host key. Never blocks: open() it; one answered() follows. What was typed is wiped as soon as it is handed
/// on. Deletes itself when closed.
class PromptDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PromptDialog(const LoginQuestion &question, QWidget *parent = nullptr);
    ~PromptDialog() override;

    quint64 questionId() const { return m_question.id; }
    void done(int result) override;

signals:
    /// accepted false: cancelled, and answers is empty. For a host key the one answer is "yes" (remember) or "once".
    void answered(quint64 questionId, bool accepted, const QStringList &answers);

private:
    void addWords(QVBoxLayout *column);
    void addPrompts(QVBoxLayout *column);
    QString ownWords() const;
    void addHostKey(QVBoxLayout *column);
    void addButtons(QVBoxLayout *column);
    void wipe();

    LoginQuestion m_question;
    std::vector<QLineEdit *> m_answers;
    QStringList m_hostKeyAnswer;
    bool m_isDone = false;
};

} // namespace paceline
