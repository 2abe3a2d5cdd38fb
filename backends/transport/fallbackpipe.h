// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/bytepipe.h"

#include <functional>
#include <memory>

namespace paceline {

/// Opens one pipe, and another in its place when the first ends with Unsupported before it was opened. Same thread as
/// both.
class FallbackPipe final : public BytePipe
{
    Q_OBJECT
public:
    using Maker = std::function<std::unique_ptr<BytePipe>()>;
    FallbackPipe(std::unique_ptr<BytePipe> first, Maker second, QObject *parent = nullptr);

    void open(const QByteArray &command) override;
    void write(const QByteArray &bytes) override;
    qint64 pendingBytes() const override;
    void close() override;
    void answer(quint64 questionId, bool accepted, const QStringList &answers) override;
    ReconnectMeans reconnectMeans() const override;

private:
    void use(std::unique_ptr<BytePipe> pipe);
    void onClosed(const Error &reason);

    std::unique_ptr<BytePipe> m_pipe;
    Maker m_second;
    QByteArray m_command;
    QByteArray m_early; ///< written before opened(), for whichever pipe opens
    bool m_opened = false;
};

} // namespace paceline
