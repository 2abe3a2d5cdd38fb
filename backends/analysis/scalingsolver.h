// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/scalinglaw.h"

#include <memory>
#include <span>
#include <vector>

namespace paceline {

/// Measured throughput at one scale.
struct ScalingSample
{
    Scale scale;
    double throughput = 0;
};

struct SolvedCurve
{
    Weights weights{};
    double squares = 0; ///< sum of the squared differences of the logarithms
    bool isSolved = false;
};

/// Fits one law to samples by nonlinear least squares on the logarithm of throughput, because measured throughput
/// scatters by a share of itself. The library's Levenberg-Marquardt; a solver is made once for a number of samples and
/// used for many fits. Any thread, one at a time.
class ScalingSolver
{
public:
    ScalingSolver(const ScalingCurve &curve, std::span<const ScalingSample> samples);
    ~ScalingSolver();
    ScalingSolver(const ScalingSolver &) = delete;
    ScalingSolver &operator=(const ScalingSolver &) = delete;

    /// Weights of either sign, as long as throughput is positive at every sample: what the spread of an estimate is
    /// judged by, because a bound would cut it.
    SolvedCurve free();
    /// Weights within their bounds.
    SolvedCurve bounded();
    /// As free(), for other throughputs at the same scales, near a fit that is known.
    SolvedCurve free(std::span<const double> throughputs, const Weights &start);

private:
    struct Work;
    struct Room;
    using Rows = std::vector<double>;
    SolvedCurve solve(std::span<const int> states, const Weights *start);
    /// Makes the columns of the fit: functions whose weights are at a bound are left out or added to the first. How
    /// many they are; 0 where one is not of this world.
    std::size_t fold(std::span<const int> states);
    bool begin(Room &room, std::size_t columns, const Weights *start) const;
    void setThroughput(std::size_t i, double throughput);

    ScalingCurve m_curve;
    std::size_t m_count, m_weights;
    Rows m_functions, m_known;        ///< of the law at every sample
    Rows m_relative, m_relativeKnown; ///< the same times or over throughput: their weighted sum is about 1
    Rows m_folded;
    std::array<std::size_t, kMaxWeights> m_columnOf{};
    std::array<double, kMaxWeights> m_size{};
    std::unique_ptr<Work> m_work;
};

} // namespace paceline
