// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace paceline {

/// Shape of a transformer; what a formula does not need may stay 0.
struct TransformerShape
{
    double parameters = 0;                       ///< N
    double layers = 0, hidden = 0, sequence = 0; ///< L, h or d, s
    double vocabulary = 0;                       ///< V
};

/// A number of floating-point operations and the formula that gives it, in the words of the catalogue.
struct CountedFlops
{
    double flops = 0;
    QString formula;
};

/// Training operations per token, each multiply-accumulate two, backward pass twice the forward pass, no recomputation.
/// Absent when the formula lacks something of the shape.
/// 6 N + 12 L d s (Chowdhery et al., arXiv:2204.02311, appendix B).
std::optional<CountedFlops> flopsPerToken(const TransformerShape &shape);
/// 72 L h^2 (1 + s/(6 h) + V/(12 h L)) (Korthikanti et al., arXiv:2205.05198, appendix A).
std::optional<CountedFlops> gptFlopsPerToken(const TransformerShape &shape);

/// What the hardware does when activations are recomputed.
enum class Recomputation {
    None,
    Selective, ///< of attention alone: 72 L h^2 (1 + s/(3 h) + V/(12 h L)) (Korthikanti et al.)
    Full,      ///< of every layer: 96 L h^2 (1 + s/(6 h) + V/(16 L h)) (Narayanan et al., arXiv:2104.04473)
};
std::optional<CountedFlops> gptHardwareFlopsPerToken(const TransformerShape &shape, Recomputation recomputation);

/// 12 L h^2 (1 + 13/(12 h) + (V + s)/(12 L h)) (Narayanan et al.).
std::optional<double> gptParameters(const TransformerShape &shape);

/// Per sample of a convolutional network from its forward multiply-accumulates: 3 x 2 x MAC.
std::optional<CountedFlops> cnnFlopsPerSample(double forwardMacs);

/// A part of the dense peak, and how it was computed.
struct Utilisation
{
    double fraction = 0;
    QString formula;
};

/// perSecond: tokens or samples of the whole system. peakTeraflops: dense, of one accelerator at the precision of its
/// matrix products. With model operations it is MFU, with hardware operations HFU. Absent unless all are above 0.
std::optional<Utilisation> utilisation(double perSecond, const CountedFlops &perUnit, double accelerators,
                                       double peakTeraflops);

/// HFU of a run that recomputes every activation: MFU x 4/3.
double hfuOfFullRecomputation(double mfu);

/// Days for so many tokens at an achieved rate per accelerator: 8 T P / (n X), or 6 T P / (n X) without recomputation
/// (Narayanan et al.).
std::optional<double> trainingDays(double tokens, double parameters, double accelerators, double achievedTeraflops,
                                   Recomputation recomputation);

} // namespace paceline
