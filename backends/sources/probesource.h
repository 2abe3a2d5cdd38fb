// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/sources/source.h"
#include "backends/transport/relay.h"

#include <map>
#include <vector>

namespace paceline {

class ProbeStep;

/// The counters of the nodes of watched jobs, one step a job. Ingest thread; owned by the session. The relay must
/// outlive it. Resources must be initialised (the script is one).
class ProbeSource final : public Source
{
    Q_OBJECT
public:
    ProbeSource(Relay &relay, const Clock &clock, QObject *parent = nullptr);
    ~ProbeSource() override;

    /// Samples the nodes of a running job every periodMs from now on. Called again, it changes the period, starts anew
    /// where the nodes are others, and tries once more where it had given up.
    void watch(JobId job, const std::vector<NodeName> &nodes, int periodMs);
    void unwatch(JobId job);
    /// Ends all steps; allEnded() follows when none of ours runs any more.
    void unwatchAll();
    /// How long to wait before looking again after a step ended or a connection was lost; for steps watched from now
    /// on.
    void setReconnectMs(int ms) { m_reconnectMs = ms; }
    int running() const { return int(m_steps.size() + m_ending.size()); }

signals:
    void allEnded();

private:
    void release(ProbeStep *step);

    Relay &m_relay;
    const Clock &m_clock;
    int m_reconnectMs = 3000;
    std::map<JobId, ProbeStep *> m_steps;
    std::vector<ProbeStep *> m_ending; ///< their input is closed, srun has not ended yet
};

} // namespace paceline
