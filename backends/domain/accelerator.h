// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace paceline {

/// One figure of an accelerator or a link, and the record of the catalogue that it comes from.
struct CitedFigure
{
    double value = 0;
    QString record; ///< id
    bool isVerified = false;
};

/// Dense peak of one precision: without sparsity, per accelerator as the catalogue counts it.
struct DensePeak
{
    QString precision;             ///< fp64 fp32 tf32 fp16 bf16 fp8 fp4 int8
    std::optional<QString> engine; ///< vector or matrix, where a precision has both
    QString unit;                  ///< TFLOP/s, or TOP/s of int8
    CitedFigure figure;
};

struct LinkFigure
{
    QString name;                     ///< "NVLink 4", "InfiniBand NDR 4x"
    std::optional<QString> direction; ///< uni or duplex
    QString metric, unit;             ///< "link_bandwidth", "GB/s"; "latency", "us"
    CitedFigure figure;
};

/// What the catalogue knows of one accelerator. MI250X is the module of two dies; TPUs are chips.
struct Accelerator
{
    QString key, name;
    std::optional<QString> family;
    std::vector<DensePeak> peaks;
    std::vector<DensePeak> measuredPeaks; ///< best matrix products that somebody measured
    std::optional<CitedFigure> memoryGB, memoryGBPerSecond, powerW;
    std::vector<LinkFigure> links;
};

/// Which accelerator of the catalogue the name that a GPU tool prints stands for.
struct AcceleratorMatch
{
    std::optional<QString> key; ///< absent when the name leaves several open
    QString family;
    int devicesPerAccelerator = 1; ///< 2: the tools list each die of what the catalogue counts as one
};

} // namespace paceline
