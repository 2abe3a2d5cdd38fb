// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace paceline {

/// What a column of somebody's scaling table holds.
struct ScalingColumn
{
    enum class Role {
        Other,
        Accelerators,
        Nodes,
        Throughput,
        Batch,
        Seconds,  ///< of a whole run
        StepTime, ///< of one step
        Watts,
        Benchmark, ///< what the rows of one series share
        Condition, ///< what a series should share: precision, system
        Setting,   ///< what may change with the scale: learning rate, parallel degrees
        Kind,      ///< "strong" or "weak"
    };
    Role role = Role::Other;
    bool isPerAccelerator = false; ///< to be multiplied by their number
    double factor = 1;             ///< to seconds
    QByteArray name;               ///< in lower case, words joined by "_"
};

/// By its header: "GPUs", "# of GPUs", "Throughput (images/sec)", "tokens/s/GPU", "global batch size", "time [min]".
ScalingColumn scalingColumn(const QByteArray &header);

/// The number of a cell, NaN where there is none: "1,024", "1 024", "12.5k", "~8", "1,5" (decimalComma), "8 GPUs".
double scalingNumber(QByteArrayView cell, bool decimalComma);

} // namespace paceline
