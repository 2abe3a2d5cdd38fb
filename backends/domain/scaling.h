// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <limits>
#include <optional>
#include <vector>

namespace paceline {

/// One measurement at one scale. NaN is what was not measured.
struct ScalingPoint
{
    double accelerators = 0;
    double throughput = 0; ///< of all accelerators together, in samples (or what else is counted) a second
    double globalBatch = std::numeric_limits<double>::quiet_NaN();
    double seconds = std::numeric_limits<double>::quiet_NaN(); ///< of the whole run
    double watts = std::numeric_limits<double>::quiet_NaN();   ///< mean power in the run, all accelerators together
    qsizetype line = 0;                                        ///< of the file that it was read from, 0: of none

    friend bool operator==(const ScalingPoint &, const ScalingPoint &) = default;
};

/// Strong: the global batch is the same at every scale. Weak: it grows with the scale. Mixed: it changes in another
/// way, so that not only the scale is compared. Unknown: no batch is told.
enum class ScalingKind { Unknown, Strong, Weak, Mixed };

/// What was measured with one program on one machine, at several scales.
struct ScalingSeries
{
    QString name = {}; ///< of the benchmark; empty where there is but one
    std::vector<ScalingPoint> points = {};
    QStringList changes = {};             ///< what else changes from point to point: "precision", "learning_rate"
    std::optional<ScalingKind> kind = {}; ///< as its source calls it
};

/// Laws of how throughput X grows with accelerators p, S = X / rate being the speed-up over one:
/// - Amdahl: S = 1 / (f + (1 - f) / p). The work is the same at every scale; a share f of it is serial.
/// - Gustafson: S = p - f (p - 1). The work grows with the scale; a share f of the time is serial.
/// - Universal (Gunther): S = p / (1 + sigma (p - 1) + kappa p (p - 1)), contention and coherency.
/// - Ring: a step computes a batch B and adds up its n bytes of gradients in a ring, in 2 (p - 1) alpha +
///   2 (p - 1) / p n / beta seconds (Thakur, Rabenseifner, Gropp 2005).
/// - Tree: the same in 2 log2(p) (alpha + n / beta) seconds.
enum class ScalingLaw { Amdahl, Gustafson, Universal, Ring, Tree };

/// A value with its 95 % interval. NaN where it is not known; an infinite end is none.
struct Estimate
{
    double value = std::numeric_limits<double>::quiet_NaN();
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

struct ScalingParameter
{
    enum class Name {
        Rate,           ///< throughput of one accelerator
        SerialFraction, ///< f of Amdahl and Gustafson
        Contention,     ///< sigma
        Coherency,      ///< kappa
        Latency,        ///< alpha, seconds
        Transfer,       ///< n / beta, seconds
        Hop,            ///< Tree: alpha + n / beta, or alpha where n / beta is known; seconds
    };
    Name name = Name::Rate;
    Estimate estimate;
};

/// Where throughput is lost, and which share of what as many single accelerators would do.
struct ScalingLoss
{
    enum class Cause { Serial, Contention, Coherency, Latency, Transfer, Hop };
    Cause cause = Cause::Serial;
    double share = 0;
};

/// One measured point, next to the reference scale and the curve. NaN where it cannot be told.
struct ScalingPointFigures
{
    ScalingPoint point;
    double efficiency, speedup;             ///< against the reference scale
    double karpFlatt;                       ///< serial fraction by this point alone (Karp, Flatt 1990)
    double fitted, residual;                ///< of the curve; ln(measured / fitted)
    double acceleratorHours, kilowattHours; ///< of the run
    bool isSetAside = false;                ///< the curve was fitted without it
};

/// How a law fared.
struct ScalingCandidateFigures
{
    ScalingLaw law = ScalingLaw::Amdahl;
    std::size_t parameters = 0;
    std::size_t setAside = 0;
    double rootMeanSquare = 0; ///< of ln(measured / fitted) of the points that it was fitted to
    double aicc = 0;           ///< corrected information criterion, infinite where too few points allow none
    double looError = 0;       ///< root mean square of ln(measured / foretold), each scale foretold from the others
    double support = 0;        ///< Akaike weight
};

/// What is expected at a scale: of the curve, not of a single noisy run.
struct ScalingForecast
{
    double accelerators = 0;
    Estimate throughput, efficiency;
    Estimate lost; ///< share of what as many single accelerators would do
    std::vector<ScalingLoss> losses = {};
    double acceleratorHoursPerMillion = 0;      ///< samples
    Estimate hours = {}, acceleratorHours = {}; ///< of the whole work, where that is known
    double kilowattHours = 0;                   ///< the same, by the power measured
};

/// The largest scale that keeps an efficiency. Infinite: every one does.
struct ScalingLimit
{
    double efficiency = 0;
    Estimate accelerators;
};

/// What a reader must know beside the numbers.
enum class ScalingNote {
    TooFewScales,      ///< fewer than three: no curve
    NoLawFits,         ///< no candidate could be fitted
    LawByKind,         ///< three scales: the law was not chosen among others
    FewPoints,         ///< four: laws with three parameters were left out
    BatchUnknown,      ///< strong or weak is not told: laws of all-reduce were left out
    BatchChanges,      ///< Mixed
    OtherChanges,      ///< columns of ScalingSeries::changes
    Superlinear,       ///< a point lies over 105 % efficiency
    SetAside,          ///< points do not belong to the curve
    ReferenceSetAside, ///< among them all of the reference scale
    ParameterAtBound,  ///< one parameter is 0, or 1
    OthersFitAsWell,   ///< another law within 2 of the best criterion
    RingIsUniversal,   ///< with one batch the ring is the universal law in other parameters
    PoorFit,           ///< the points scatter by more than 10 % around the best law
    FarForecast,       ///< beyond four times the largest scale
    RatesFromSeconds,  ///< no throughput was told: runs per second instead
};

enum class ScalingReason {
    Criterion,   ///< it has the best corrected information criterion
    LeaveOneOut, ///< the criterion does not decide, or decides for want of points: it foretells left-out scales best
    Kind,        ///< the only candidate: so few points allow no choice, or it was asked for
};

struct ScalingAnalysis
{
    ScalingKind kind = ScalingKind::Unknown;
    double reference = 1;                            ///< accelerators that efficiency is measured against
    std::vector<ScalingPointFigures> points;         ///< by scale
    std::vector<ScalingCandidateFigures> candidates; ///< the best first
    std::optional<ScalingLaw> law;                   ///< absent: see notes
    ScalingReason reason = ScalingReason::Criterion;
    std::vector<ScalingParameter> parameters;
    std::size_t degreesOfFreedom = 0;
    double spread = 0; ///< of one measurement around the curve, in ln(throughput)
    Estimate peak;     ///< scale with the highest throughput; infinite where it grows on
    std::vector<ScalingForecast> forecasts;
    std::vector<ScalingLimit> limits;
    std::vector<ScalingNote> notes;
    double work = std::numeric_limits<double>::quiet_NaN(); ///< samples of a whole run
};

} // namespace paceline
