// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/bytepipe.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace paceline {

/// What LocalPipe and SshProgramPipe share: a pipe that is a process of this machine. It leads a session of its own, so
/// that no terminal is asked and its whole group can be ended.
class ProcessPipe : public BytePipe
{
    Q_OBJECT
public:
    explicit ProcessPipe(QObject *parent = nullptr);
    /// What still runs gets the end of its input, and is killed later if that does not end it.
    ~ProcessPipe() override;

    void write(const QByteArray &bytes) override;
    qint64 pendingBytes() const override;
    void close() override;

protected:
    void startProgram(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment);
    /// Ends the pipe; closed() follows at once.
    void finish(const Error &reason);
    bool isFinished() const { return m_finished; }
    /// The last 4 KiB that the program wrote to stderr.
    const QByteArray &errorText() const { return m_errorText; }

    virtual void programStarted() = 0;
    virtual void takeOutput(const QByteArray &bytes) { emit received(bytes); }
    int exitStatus() const { return m_process->exitCode(); }
    /// New text on stderr.
    virtual void errorsArrived() {}
    virtual Error reasonOfEnd() const = 0;

private:
    void letGo();
    void readOutput();
    void readErrors();
    void processEnded();

    QProcess *m_process; ///< outlives this object until it has ended
    QByteArray m_errorText;
    bool m_finished = false;
};

} // namespace paceline
