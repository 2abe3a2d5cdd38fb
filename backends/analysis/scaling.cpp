// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scaling.h"

#include "backends/analysis/scalingcurves.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr double kSecondsPerHour = 3600;
constexpr double kJoulesPerKilowattHour = 3.6e6;
constexpr double kSuperlinear = 1.05;
constexpr double kPoorSpread = 0.1;
constexpr double kFar = 4;
constexpr std::size_t kScalesForLaw = 3;
constexpr std::size_t kPointsForThreeWeights = 5;

/// All that one series goes through on its way to an answer.
class Analyser
{
public:
    Analyser(const ScalingSeries &series, const ScalingQuery &query)
        : m_series(series)
        , m_query(query)
    {
    }
    Result<ScalingAnalysis> run();

private:
    std::optional<Error> takePoints();
    void describePoints();
    void findWork();
    std::vector<ScalingLaw> suitingLaws(bool isTransferKnown) const;
    std::vector<ScalingCurve> curves() const;
    void fit();
    void addCandidates(std::size_t chosen);
    void describeFit(const ScalingCandidate &chosen);
    void drawAll(std::size_t chosen);
    ScalingForecast forecast(const ScalingCandidate &chosen, double accelerators) const;
    void noteSeries();
    void noteFit(const ScalingCandidate &chosen);
    void note(ScalingNote note) { m_analysis.notes.push_back(note); }
    std::span<const ScalingDraws> ownDraws() const
    {
        return {m_draws.data(), std::min<std::size_t>(1, m_draws.size())};
    }
    Estimate ofLaw(const ScalingCandidate &chosen, const ScalingQuantity &quantity) const;
    Estimate ofAll(const ScalingCandidate &chosen, const ScalingQuantity &quantity) const;

    const ScalingSeries &m_series;
    const ScalingQuery &m_query;
    std::vector<ScalingPoint> m_points; ///< by scale
    std::vector<ScalingSample> m_samples;
    std::optional<ScalingOutlook> m_outlook;
    std::vector<ScalingCandidate> m_candidates;
    std::vector<ScalingDraws> m_draws; ///< of the chosen law, then of the others
    ScalingAnalysis m_analysis;
};

bool isUsable(const ScalingPoint &point)
{
    return std::isfinite(point.accelerators) && point.accelerators > 0 && std::isfinite(point.throughput) &&
           point.throughput > 0;
}

std::optional<Error> Analyser::takePoints()
{
    std::copy_if(m_series.points.begin(), m_series.points.end(), std::back_inserter(m_points), isUsable);
    if (m_points.empty())
        return Error{ErrorKind::Malformed, {}};
    std::stable_sort(m_points.begin(), m_points.end(),
                     [](const ScalingPoint &a, const ScalingPoint &b) { return a.accelerators < b.accelerators; });
    m_analysis.kind = m_query.kind ? *m_query.kind : m_series.kind.value_or(scalingKind(m_points));
    m_analysis.reference = std::isnan(m_query.reference) ? m_points.front().accelerators : m_query.reference;
    const bool isThere = std::any_of(m_points.begin(), m_points.end(), [&](const ScalingPoint &point) {
        return point.accelerators == m_analysis.reference;
    });
    if (!isThere)
        return Error{ErrorKind::NotFound, QString::number(m_analysis.reference)};
    m_outlook.emplace(m_analysis.kind, m_points, m_analysis.reference);
    for (const ScalingPoint &point : m_points) {
        Scale scale = m_outlook->scaleAt(point.accelerators);
        if (point.globalBatch > 0)
            scale.globalBatch = point.globalBatch;
        m_samples.push_back({scale, point.throughput});
    }
    return std::nullopt;
}

void Analyser::describePoints()
{
    double sum = 0, count = 0, single = 0;
    for (const ScalingPoint &point : m_points) {
        if (point.accelerators == m_analysis.reference) {
            single = point.throughput;
            sum += std::log(single);
            ++count;
        }
    }
    // One measurement as it is: its own efficiency is 1, and not nearly 1.
    const double reference = count > 1 ? std::exp(sum / count) : single;
    for (const ScalingPoint &point : m_points) {
        const double scale = point.accelerators / m_analysis.reference;
        const double speedup = point.throughput / reference;
        const double hours = point.accelerators * point.seconds / kSecondsPerHour;
        // At the reference scale it would be 0 / 0.
        const double serial = scale == 1 ? std::nan("") : (1 / speedup - 1 / scale) / (1 - 1 / scale);
        m_analysis.points.push_back({.point = point,
                                     .efficiency = speedup / scale,
                                     .speedup = speedup,
                                     .karpFlatt = serial,
                                     .fitted = std::nan(""),
                                     .residual = std::nan(""),
                                     .acceleratorHours = hours,
                                     .kilowattHours = point.watts * point.seconds / kJoulesPerKilowattHour});
    }
}

/// Where throughput times time is the same for all, it is the work to be done.
void Analyser::findWork()
{
    constexpr double kSameWork = 1.05;
    double least = INFINITY, most = 0;
    for (const ScalingPoint &point : m_points) {
        const double work = point.throughput * point.seconds;
        if (std::isnan(work))
            least = most = std::nan("");
        least = std::min(least, work);
        most = std::max(most, work);
    }
    m_analysis.work = !std::isnan(m_query.work)               ? m_query.work
                      : most > 0 && most <= kSameWork * least ? std::sqrt(least * most)
                                                              : std::nan("");
}

/// Those that suit the kind of scaling and the number of scales.
std::vector<ScalingLaw> Analyser::suitingLaws(bool isTransferKnown) const
{
    const ScalingKind kind = m_analysis.kind;
    std::vector<ScalingLaw> laws;
    if (kind != ScalingKind::Weak)
        laws.push_back(ScalingLaw::Amdahl);
    if (kind != ScalingKind::Strong)
        laws.push_back(ScalingLaw::Gustafson);
    if (scaleCount(m_samples) == kScalesForLaw) {
        laws.resize(1); // any law of two weights goes through three points about as well as another
        return laws;
    }
    laws.push_back(ScalingLaw::Universal);
    if (kind == ScalingKind::Unknown)
        return laws;
    laws.push_back(ScalingLaw::Tree);
    // With one batch for all, the ring is the universal law in other words, unless its transfer is known.
    if (kind != ScalingKind::Strong || isTransferKnown)
        laws.push_back(ScalingLaw::Ring);
    return laws;
}

std::vector<ScalingCurve> Analyser::curves() const
{
    const double transfer = m_query.gradientBytes / m_query.bandwidth;
    const bool isKnown = transfer > 0 && std::isfinite(transfer);
    std::vector<ScalingCurve> curves;
    for (ScalingLaw law : m_query.laws.empty() ? suitingLaws(isKnown) : m_query.laws) {
        const bool isAllReduce = law == ScalingLaw::Ring || law == ScalingLaw::Tree;
        curves.push_back({law, isAllReduce && isKnown ? transfer : 0});
    }
    return curves;
}

void Analyser::fit()
{
    if (scaleCount(m_samples) < kScalesForLaw)
        return note(ScalingNote::TooFewScales);
    for (const ScalingCurve &curve : curves()) {
        if (auto candidate = fitCandidate(curve, m_samples))
            m_candidates.push_back(std::move(*candidate));
    }
    const auto chosen = chooseCandidate(m_candidates);
    if (!chosen)
        return note(ScalingNote::NoLawFits);
    drawAll(*chosen);
    describeFit(m_candidates[*chosen]);
    noteFit(m_candidates[*chosen]);
    addCandidates(*chosen);
}

void Analyser::drawAll(std::size_t chosen)
{
    constexpr double kNegligible = 0.005;
    const int count = std::clamp(m_query.draws, 1, kMaxScalingDraws);
    m_draws.push_back(drawCurves(m_candidates[chosen], m_samples, count, m_query.seed));
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        if (i != chosen && m_candidates[i].bandShare > kNegligible)
            m_draws.push_back(drawCurves(m_candidates[i], m_samples, count, m_query.seed + i + 1));
    }
}

Estimate Analyser::ofLaw(const ScalingCandidate &chosen, const ScalingQuantity &quantity) const
{
    return estimateOf(quantity(chosen.curve, chosen.weights), ownDraws(), quantity);
}

Estimate Analyser::ofAll(const ScalingCandidate &chosen, const ScalingQuantity &quantity) const
{
    return estimateOf(quantity(chosen.curve, chosen.weights), m_draws, quantity);
}

void Analyser::describeFit(const ScalingCandidate &chosen)
{
    m_analysis.law = chosen.curve.law;
    m_analysis.degreesOfFreedom = chosen.degreesOfFreedom();
    m_analysis.spread = std::sqrt(chosen.squares / double(chosen.degreesOfFreedom()));
    for (const auto name : parameterNames(chosen.curve)) {
        m_analysis.parameters.push_back({name, ofLaw(chosen, [name](const ScalingCurve &curve, const Weights &weights) {
                                             return parameterOf(curve, weights, name);
                                         })});
    }
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        ScalingPointFigures &figures = m_analysis.points[i];
        figures.fitted = chosen.curve.throughput(chosen.weights, m_samples[i].scale);
        figures.residual = chosen.residuals[i];
        figures.isSetAside = std::binary_search(chosen.setAside.begin(), chosen.setAside.end(), i);
    }
    m_analysis.peak = ofLaw(
        chosen, [this](const ScalingCurve &curve, const Weights &weights) { return m_outlook->peak(curve, weights); });
    for (double accelerators : m_query.scales)
        m_analysis.forecasts.push_back(forecast(chosen, accelerators));
    for (double efficiency : m_query.efficiencies) {
        m_analysis.limits.push_back(
            {efficiency, ofAll(chosen, [this, efficiency](const ScalingCurve &curve, const Weights &weights) {
                 return m_outlook->limit(curve, weights, efficiency);
             })});
    }
}

ScalingForecast Analyser::forecast(const ScalingCandidate &chosen, double accelerators) const
{
    const auto ask = [&](double (ScalingOutlook::*what)(const ScalingCurve &, const Weights &, double) const) {
        return ofAll(chosen, [=, this](const ScalingCurve &curve, const Weights &weights) {
            return ((*m_outlook).*what)(curve, weights, accelerators);
        });
    };
    ScalingForecast forecast{.accelerators = accelerators,
                             .throughput = ask(&ScalingOutlook::throughput),
                             .efficiency = ask(&ScalingOutlook::efficiency),
                             .lost = ask(&ScalingOutlook::lost),
                             .losses = m_outlook->losses(chosen.curve, chosen.weights, accelerators)};
    const Estimate &rate = forecast.throughput;
    const double hours = m_analysis.work / kSecondsPerHour;
    forecast.acceleratorHoursPerMillion = 1e6 / kSecondsPerHour * accelerators / rate.value;
    forecast.hours = {hours / rate.value, hours / rate.high, hours / rate.low};
    forecast.acceleratorHours = {forecast.hours.value * accelerators, forecast.hours.low * accelerators,
                                 forecast.hours.high * accelerators};
    std::vector<double> watts;
    for (const ScalingPoint &point : m_points) {
        if (point.watts > 0)
            watts.push_back(point.watts / point.accelerators);
    }
    std::sort(watts.begin(), watts.end());
    const double each = watts.empty() ? std::nan("") : watts[watts.size() / 2];
    forecast.kilowattHours = forecast.acceleratorHours.value * each / 1000;
    return forecast;
}

void Analyser::addCandidates(std::size_t chosen)
{
    std::swap(m_candidates[0], m_candidates[chosen]);
    std::sort(m_candidates.begin() + 1, m_candidates.end(),
              [](const ScalingCandidate &a, const ScalingCandidate &b) { return a.aicc < b.aicc; });
    for (const ScalingCandidate &candidate : m_candidates) {
        const double kept = double(m_points.size() - candidate.setAside.size());
        m_analysis.candidates.push_back({.law = candidate.curve.law,
                                         .parameters = candidate.curve.weights(),
                                         .setAside = candidate.setAside.size(),
                                         .rootMeanSquare = std::sqrt(candidate.squares / kept),
                                         .aicc = candidate.aicc,
                                         .looError = candidate.looError,
                                         .support = candidate.support});
    }
}

void Analyser::noteSeries()
{
    if (m_analysis.kind == ScalingKind::Unknown)
        note(ScalingNote::BatchUnknown);
    if (m_analysis.kind == ScalingKind::Mixed)
        note(ScalingNote::BatchChanges);
    if (!m_series.changes.isEmpty())
        note(ScalingNote::OtherChanges);
    const bool isSuperlinear =
        std::any_of(m_analysis.points.begin(), m_analysis.points.end(),
                    [](const ScalingPointFigures &figures) { return figures.efficiency > kSuperlinear; });
    if (isSuperlinear)
        note(ScalingNote::Superlinear);
}

void Analyser::noteFit(const ScalingCandidate &chosen)
{
    const std::size_t scales = scaleCount(m_samples);
    const bool isGiven = m_candidates.size() == 1;
    const double best = std::min_element(m_candidates.begin(), m_candidates.end(), [](const auto &a, const auto &b) {
                            return a.aicc < b.aicc;
                        })->aicc;
    const auto close = std::count_if(m_candidates.begin(), m_candidates.end(), [&](const ScalingCandidate &candidate) {
        return candidate.aicc <= best + kUndecidedCriterion;
    });
    m_analysis.reason = isGiven                           ? ScalingReason::Kind
                        : close > 1 || chosen.aicc > best ? ScalingReason::LeaveOneOut
                                                          : ScalingReason::Criterion;
    if (isGiven && m_query.laws.empty())
        note(ScalingNote::LawByKind);
    else if (m_points.size() < kPointsForThreeWeights || scales < kPointsForThreeWeights)
        note(ScalingNote::FewPoints);
    if (close > 1 && std::isfinite(best))
        note(ScalingNote::OthersFitAsWell);
    if (!chosen.setAside.empty())
        note(ScalingNote::SetAside);
    bool isReferenceKept = false;
    for (const ScalingPointFigures &figures : m_analysis.points)
        isReferenceKept =
            isReferenceKept || (figures.point.accelerators == m_analysis.reference && !figures.isSetAside);
    if (!isReferenceKept)
        note(ScalingNote::ReferenceSetAside);
    for (std::size_t i = 1; i < chosen.curve.weights(); ++i) {
        if (chosen.weights[i] <= 0 || chosen.weights[i] >= chosen.curve.bound(i) * chosen.weights[0]) {
            note(ScalingNote::ParameterAtBound);
            break;
        }
    }
    if (chosen.curve.law == ScalingLaw::Universal && m_analysis.kind == ScalingKind::Strong)
        note(ScalingNote::RingIsUniversal);
    if (m_analysis.spread > kPoorSpread)
        note(ScalingNote::PoorFit);
    const bool isFar = std::any_of(m_query.scales.begin(), m_query.scales.end(),
                                   [this](double scale) { return scale > kFar * m_points.back().accelerators; });
    if (isFar)
        note(ScalingNote::FarForecast);
}

Result<ScalingAnalysis> Analyser::run()
{
    if (auto error = takePoints())
        return tl::unexpected(std::move(*error));
    describePoints();
    findWork();
    noteSeries();
    fit();
    return std::move(m_analysis);
}

} // namespace

Result<ScalingAnalysis> analyseScaling(const ScalingSeries &series, const ScalingQuery &query)
{
    return Analyser(series, query).run();
}

} // namespace paceline
