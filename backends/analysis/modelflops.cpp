// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/modelflops.h"

namespace paceline {

namespace {

bool hasLayers(const TransformerShape &shape)
{
    return shape.layers > 0 && shape.hidden > 0 && shape.sequence > 0;
}

/// factor L h^2 (1 + s/(sequencePart h) + V/(vocabularyPart h L))
double gptTerm(const TransformerShape &shape, double factor, double sequencePart, double vocabularyPart)
{
    const double h = shape.hidden, l = shape.layers;
    return factor * l * h * h * (1 + shape.sequence / (sequencePart * h) + shape.vocabulary / (vocabularyPart * h * l));
}

} // namespace

std::optional<CountedFlops> flopsPerToken(const TransformerShape &shape)
{
    if (!hasLayers(shape) || !(shape.parameters > 0))
        return {};
    return CountedFlops{6 * shape.parameters + 12 * shape.layers * shape.hidden * shape.sequence,
                        QStringLiteral("6 N + 12 L d s")};
}

std::optional<CountedFlops> gptFlopsPerToken(const TransformerShape &shape)
{
    return gptHardwareFlopsPerToken(shape, Recomputation::None);
}

std::optional<CountedFlops> gptHardwareFlopsPerToken(const TransformerShape &shape, Recomputation recomputation)
{
    if (!hasLayers(shape) || !(shape.vocabulary > 0))
        return {};
    switch (recomputation) {
    case Recomputation::Selective:
        return CountedFlops{gptTerm(shape, 72, 3, 12), QStringLiteral("72 L h^2 (1 + s/(3 h) + V/(12 h L))")};
    case Recomputation::Full:
        return CountedFlops{gptTerm(shape, 96, 6, 16), QStringLiteral("96 L h^2 (1 + s/(6 h) + V/(16 L h))")};
    case Recomputation::None:
        break;
    }
    return CountedFlops{gptTerm(shape, 72, 6, 12), QStringLiteral("72 L h^2 (1 + s/(6 h) + V/(12 h L))")};
}

std::optional<double> gptParameters(const TransformerShape &shape)
{
    if (!hasLayers(shape) || !(shape.vocabulary > 0))
        return {};
    const double h = shape.hidden, l = shape.layers;
    return 12 * l * h * h * (1 + 13 / (12 * h) + (shape.vocabulary + shape.sequence) / (12 * l * h));
}

std::optional<CountedFlops> cnnFlopsPerSample(double forwardMacs)
{
    if (!(forwardMacs > 0))
        return {};
    return CountedFlops{6 * forwardMacs, QStringLiteral("3 x 2 x MAC_forward")};
}

std::optional<Utilisation> utilisation(double perSecond, const CountedFlops &perUnit, double accelerators,
                                       double peakTeraflops)
{
    if (!(perSecond > 0) || !(perUnit.flops > 0) || !(accelerators > 0) || !(peakTeraflops > 0))
        return {};
    return Utilisation{perSecond * perUnit.flops / (accelerators * peakTeraflops * 1e12),
                       QStringLiteral("rate x (%1) / (accelerators x peak_dense_flops)").arg(perUnit.formula)};
}

double hfuOfFullRecomputation(double mfu)
{
    return mfu * 4 / 3;
}

std::optional<double> trainingDays(double tokens, double parameters, double accelerators, double achievedTeraflops,
                                   Recomputation recomputation)
{
    if (!(tokens > 0) || !(parameters > 0) || !(accelerators > 0) || !(achievedTeraflops > 0))
        return {};
    constexpr double kSecondsPerDay = 86400;
    const double perToken = recomputation == Recomputation::Full ? 8 : 6;
    return perToken * tokens * parameters / (accelerators * achievedTeraflops * 1e12) / kSecondsPerDay;
}

} // namespace paceline
