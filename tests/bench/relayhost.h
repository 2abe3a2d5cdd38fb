// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/localpipe.h"
#include "backends/transport/piperelay.h"
#include "backends/transport/sshprogrampipe.h"
#include "tests/support/sshserver.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <algorithm>
#include <cstdio>
#include <vector>

namespace paceline {

/// What the relay's benches share: an sshd, the user's ssh with one connection for both sides of a comparison, a relay
/// over it.
class RelayHost
{
public:
    /// Ends the program with a line on stderr when there is no server or no relay.
    RelayHost();
    ~RelayHost();

    PipeRelay &relay() { return *m_relay; }
    SshServer &server() { return m_server; }
    /// Runs the ssh program over the same connection until it ends; milliseconds of wall clock.
    double sshMs(const QStringList &arguments, const QString &outputFile = QStringLiteral("/dev/null")) const;

private:
    QStringList commonArguments() const;

    SshServer m_server;
    QProcess m_master;
    std::unique_ptr<PipeRelay> m_relay;
};

/// Waits for a signal of a relay that is under way.
template <class Sender, class Signal>
void waitFor(Sender *sender, Signal signal)
{
    QEventLoop loop;
    QObject::connect(sender, signal, &loop, &QEventLoop::quit);
    loop.exec();
}

inline double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2), values.end());
    return values[values.size() / 2];
}

} // namespace paceline
