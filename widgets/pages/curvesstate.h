// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/curveaxis.h"

#include <QStringList>

namespace paceline {

/// How a person wants curves shown, whatever the job. Metrics go by the first of their picture. A plain value.
struct CurvesState
{
    QStringList pinned, hidden;
    double smoothing = 0.6; ///< TensorBoard's default
    CurveAxis::Kind axis = CurveAxis::Kind::Step;
    bool logX = false, logY = false;

    QByteArray toBytes() const;
    /// What cannot be read gives the defaults.
    static CurvesState fromBytes(const QByteArray &bytes);
    friend bool operator==(const CurvesState &, const CurvesState &) = default;
};

} // namespace paceline
