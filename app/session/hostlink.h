// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/connection.h"

#include <QObject>

namespace paceline {

/// What brings a LinkRelay up and takes it down: a live host (Link) or a recorded session (TapeLink). Lives on the I/O
/// thread.
class HostLink : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void connectToHost() = 0;
    virtual void disconnectFromHost() = 0;
    /// Tries again now, whatever the phase; may ask.
    virtual void reconnectNow() = 0;
    virtual void answer(quint64 questionId, bool accepted, const QStringList &answers) = 0;

signals:
    void stateChanged(const paceline::ConnectionState &state);
    void questionAsked(const paceline::LoginQuestion &question);
    void up();
    void down();
};

} // namespace paceline
