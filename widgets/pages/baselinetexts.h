// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baseline.h"

#include <QByteArray>

namespace paceline {

/// What the page of baselines asks of the catalogue, which it does not know. GUI thread.
class BaselineTexts
{
public:
    virtual ~BaselineTexts() = default;
    virtual QString citation(const Baseline &record) const = 0; ///< one line
    virtual QString bibtex(const Baseline &record) const = 0;
    /// With a head line; each line ends with a line end.
    virtual QByteArray csv(const std::vector<const Baseline *> &records) const = 0;
    /// What the record tells, by the names of files, in their order.
    virtual std::vector<NamedValue> fields(const Baseline &record) const = 0;
    /// What must stand beside the figure; empty: nothing.
    virtual QString requiredLabel(const Baseline &record) const = 0;
    /// Whose trademark the record names, as a sentence; empty: nobody's.
    virtual QString trademark(const Baseline &record) const = 0;
};

} // namespace paceline
