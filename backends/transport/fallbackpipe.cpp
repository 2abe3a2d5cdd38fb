// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/fallbackpipe.h"

namespace paceline {

FallbackPipe::FallbackPipe(std::unique_ptr<BytePipe> first, Maker second, QObject *parent)
    : BytePipe(parent)
    , m_second(std::move(second))
{
    use(std::move(first));
}

void FallbackPipe::use(std::unique_ptr<BytePipe> pipe)
{
    if (m_pipe)
        m_pipe.release()->deleteLater(); // it is inside its own signal
    m_pipe = std::move(pipe);
    setObjectName(m_pipe->objectName());
    connect(m_pipe.get(), &BytePipe::progressed, this, &BytePipe::progressed);
    connect(m_pipe.get(), &BytePipe::questionAsked, this, &BytePipe::questionAsked);
    connect(m_pipe.get(), &BytePipe::certificateUsed, this, &BytePipe::certificateUsed);
    connect(m_pipe.get(), &BytePipe::received, this, &BytePipe::received);
    connect(m_pipe.get(), &BytePipe::closed, this, &FallbackPipe::onClosed);
    connect(m_pipe.get(), &BytePipe::opened, this, [this] {
        m_opened = true;
        if (!m_early.isEmpty())
            m_pipe->write(std::exchange(m_early, {}));
        emit opened();
    });
}

void FallbackPipe::onClosed(const Error &reason)
{
    if (m_opened || reason.kind != ErrorKind::Unsupported || !m_second) {
        emit closed(reason);
        return;
    }
    use(std::exchange(m_second, nullptr)());
    emit progressed({LoginStep::Authenticating, {}, reason.detail});
    m_pipe->open(m_command);
}

void FallbackPipe::open(const QByteArray &command)
{
    m_command = command;
    m_pipe->open(command);
}

void FallbackPipe::write(const QByteArray &bytes)
{
    if (m_opened)
        m_pipe->write(bytes);
    else
        m_early += bytes;
}

qint64 FallbackPipe::pendingBytes() const
{
    return m_early.size() + m_pipe->pendingBytes();
}

void FallbackPipe::close()
{
    m_second = nullptr;
    m_pipe->close();
}

void FallbackPipe::answer(quint64 questionId, bool accepted, const QStringList &answers)
{
    m_pipe->answer(questionId, accepted, answers);
}

ReconnectMeans FallbackPipe::reconnectMeans() const
{
    return m_pipe->reconnectMeans();
}

} // namespace paceline
