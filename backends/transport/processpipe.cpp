// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/processpipe.h"

#include <QTimer>
#include <csignal>
#include <unistd.h>

namespace paceline {

static constexpr int kEndGraceMs = 5000; // the relay gives its commands three seconds
static constexpr qsizetype kErrorTextKept = 4096;

ProcessPipe::ProcessPipe(QObject *parent)
    : BytePipe(parent)
    , m_process(new QProcess(this))
{
    m_process->setChildProcessModifier([] { ::setsid(); });
    connect(m_process, &QProcess::started, this, &ProcessPipe::programStarted);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ProcessPipe::readOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, &ProcessPipe::readErrors);
    connect(m_process, &QProcess::finished, this, &ProcessPipe::processEnded);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish({ErrorKind::Unsupported, m_process->errorString()});
    });
}

ProcessPipe::~ProcessPipe()
{
    letGo();
}

void ProcessPipe::startProgram(const QString &program, const QStringList &arguments,
                               const QProcessEnvironment &environment)
{
    m_process->setProcessEnvironment(environment);
    m_process->start(program, arguments);
}

void ProcessPipe::write(const QByteArray &bytes)
{
    if (!m_finished)
        m_process->write(bytes);
}

qint64 ProcessPipe::pendingBytes() const
{
    return m_process->bytesToWrite();
}

void ProcessPipe::close()
{
    finish({ErrorKind::Cancelled, {}});
}

void ProcessPipe::finish(const Error &reason)
{
    if (m_finished)
        return;
    m_finished = true;
    letGo();
    emit closed(reason);
}

// The process ends by itself when its input ends; nobody waits for it.
void ProcessPipe::letGo()
{
    if (!m_process)
        return;
    QProcess *process = m_process;
    m_process->disconnect(this);
    if (process->state() == QProcess::NotRunning)
        return;
    process->setParent(nullptr);
    m_process = new QProcess(this); // answers pendingBytes()
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->closeWriteChannel();
    process->closeReadChannel(QProcess::StandardOutput);
    process->closeReadChannel(QProcess::StandardError);
    const qint64 group = process->processId();
    QTimer::singleShot(kEndGraceMs, process, [group] { ::kill(pid_t(-group), SIGKILL); });
}

void ProcessPipe::readOutput()
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    if (!bytes.isEmpty())
        takeOutput(bytes);
}

void ProcessPipe::readErrors()
{
    m_errorText = (m_errorText + m_process->readAllStandardError()).right(kErrorTextKept);
    errorsArrived();
}

void ProcessPipe::processEnded()
{
    readErrors();
    readOutput();
    finish(reasonOfEnd());
}

} // namespace paceline
