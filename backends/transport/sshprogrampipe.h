// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/askpass.h"
#include "backends/transport/processpipe.h"

#include <QTimer>

namespace paceline {

/// Which host the ssh program shall reach, and how it is started.
struct SshProgramOptions
{
    QString host;            ///< alias or user@host[:port]
    QString configFile = {}; ///< as after -F
    QString program = QStringLiteral("ssh");
    QStringList extraArguments = {};
    int connectTimeoutS = 20;
    int loginTimeoutMs = 120000; ///< without a word from anybody
};

/// The user's own ssh program, for what only OpenSSH can do: hardware keys, GSSAPI, an open ControlMaster, host
/// certificates. Its prompts come as questions of kind Program, word for word. Asks for each password once.
class SshProgramPipe final : public ProcessPipe
{
    Q_OBJECT
public:
    explicit SshProgramPipe(SshProgramOptions options, QObject *parent = nullptr);

    void open(const QByteArray &command) override;
    void answer(quint64 questionId, bool accepted, const QStringList &answers) override;
    ReconnectMeans reconnectMeans() const override;

    /// What the program's words on stderr mean, when it ended before a login.
    static ErrorKind kindOfFailure(const QByteArray &errorText, int exitStatus);

protected:
    void takeOutput(const QByteArray &bytes) override;

private:
    void programStarted() override;
    void errorsArrived() override;
    Error reasonOfEnd() const override;
    void ask(quint64 number, Askpass::Hint hint, const QString &prompt);
    void becomeOpen();

    SshProgramOptions m_options;
    Askpass m_askpass;
    QTimer m_loginTimer;
    QByteArray m_mark, m_early;
    bool m_isOpen = false, m_hasAsked = false;
};

} // namespace paceline
