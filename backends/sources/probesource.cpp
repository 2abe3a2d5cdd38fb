// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/probesource.h"

#include "backends/sources/probestep.h"

#include <algorithm>

namespace paceline {

ProbeSource::ProbeSource(Relay &relay, const Clock &clock, QObject *parent)
    : Source(parent)
    , m_relay(relay)
    , m_clock(clock)
{
}

ProbeSource::~ProbeSource() = default;

void ProbeSource::watch(JobId job, const std::vector<NodeName> &nodes, int periodMs)
{
    auto known = m_steps.find(job);
    if (known != m_steps.end() && known->second->nodes() != nodes) {
        unwatch(job);
        known = m_steps.end();
    }
    if (known == m_steps.end()) {
        auto *step = new ProbeStep(m_relay, m_clock, job, nodes, this);
        step->setReconnectMs(m_reconnectMs);
        connect(step, &ProbeStep::batchReady, this, &Source::batchReady);
        known = m_steps.emplace(job, step).first;
    }
    known->second->setPeriod(periodMs);
    known->second->start();
}

void ProbeSource::unwatch(JobId job)
{
    const auto known = m_steps.find(job);
    if (known == m_steps.end())
        return;
    ProbeStep *step = known->second;
    m_steps.erase(known);
    m_ending.push_back(step);
    connect(step, &ProbeStep::ended, this, [this, step] { release(step); });
    step->stop();
}

void ProbeSource::unwatchAll()
{
    if (running() == 0)
        emit allEnded();
    while (!m_steps.empty())
        unwatch(m_steps.begin()->first);
}

void ProbeSource::release(ProbeStep *step)
{
    std::erase(m_ending, step);
    step->deleteLater();
    if (m_ending.empty() && m_steps.empty())
        emit allEnded();
}

} // namespace paceline
