// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

#include <cstdio>
#include <functional>
#include <vector>

namespace bench {

struct Cost
{
    double cpuMs, millions; ///< medians of one call; instructions are 0 where the machine does not count them
    double p99Ms;
};

/// Runs work once to warm up, then so many times.
inline Cost measure(int times, const std::function<void()> &work)
{
    std::vector<double> cpu, instructions;
    work();
    for (int i = 0; i < times; ++i) {
        const Meter meter;
        work();
        cpu.push_back(meter.cpuMs());
        instructions.push_back(meter.instructions() / 1e6);
    }
    return {percentile(cpu, 0.5), percentile(instructions, 0.5), percentile(cpu, 0.99)};
}

/// One line: goal, what was measured in millions of instructions (in ms where they are not counted), the peer's, ratio.
inline void report(const char *goal, const char *what, const Cost &ours, const Cost &peer, double limit)
{
    const bool isCounted = ours.millions > 0 && peer.millions > 0;
    const double a = isCounted ? ours.millions : ours.cpuMs, b = isCounted ? peer.millions : peer.cpuMs;
    std::printf("{\"goal\":\"%s\",\"what\":\"%s\",\"unit\":\"%s\",\"figure\":%.3f,\"peer\":%.3f,\"ratio\":%.4f,"
                "\"limit\":%.4f,\"met\":%s,\"cpu_ms\":%.3f,\"peer_cpu_ms\":%.3f}\n",
                goal, what, isCounted ? "M instructions" : "ms", a, b, a / b, limit, a / b <= limit ? "true" : "false",
                ours.cpuMs, peer.cpuMs);
    std::fflush(stdout);
}

} // namespace bench
