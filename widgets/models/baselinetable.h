// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baselineset.h"

#include <QByteArray>
#include <QStringList>
#include <array>
#include <memory>
#include <vector>

namespace paceline {

/// What records are chosen by. Submitter: of MLPerf; else who published the figure.
enum class BaselineFacet { Kind, Benchmark, Accelerator, Submitter, Year, Precision };
constexpr int kBaselineFacets = 6;

/// A record made ready for sorting and filtering. Numbers that it does not tell are NaN.
struct BaselineRow
{
    const Baseline *record = nullptr;
    std::array<int, kBaselineFacets> facets = {}; ///< places in BaselineTable::values(); -1: not told
    double accelerators = 0, value = 0, throughput = 0, batch = 0;
    int unit = -1;    ///< of throughput, in BaselineTable::units()
    int series = -1;  ///< in BaselineTable::series()
    QByteArray words; ///< what a search looks into, in lower case

    double perAccelerator() const { return throughput / accelerators; }
};

/// All records of a set, made ready once: tens of milliseconds for 20,000, so build it off the GUI's thread. Immutable.
class BaselineTable
{
public:
    explicit BaselineTable(BaselineSetPtr records);

    const std::vector<BaselineRow> &rows() const { return m_rows; }
    /// What occurs, in the order in which it is offered: years newest first, all else by name. Of Kind, the numbers of
    /// the enumeration.
    const QStringList &values(BaselineFacet facet) const { return m_values[std::size_t(facet)]; }
    const QStringList &units() const { return m_units; }
    /// Names of curves: those of the records, and for one's own without a name benchmark and accelerator.
    const QStringList &series() const { return m_series; }
    const BaselineSetPtr &records() const { return m_records; }

private:
    BaselineSetPtr m_records;
    std::vector<BaselineRow> m_rows;
    std::array<QStringList, kBaselineFacets> m_values;
    QStringList m_units, m_series;
};

using BaselineTablePtr = std::shared_ptr<const BaselineTable>;

} // namespace paceline
