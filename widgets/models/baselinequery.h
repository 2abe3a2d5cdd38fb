// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/baselinetable.h"
#include "widgets/models/filterexpression.h"

namespace paceline {

/// The filter language bound to the fields of baselines. Texts: benchmark, metric, accelerator, submitter, source,
/// system, precision, framework, round, series, title, unit, own ("yes" or "no"). Numbers: year, accelerators, batch,
/// value, throughput, peraccelerator. What a record does not tell fulfils no comparison but "!=". A plain value.
class BaselineQuery
{
public:
    /// Matches everything.
    BaselineQuery() = default;
    static tl::expected<BaselineQuery, FilterError> parse(const QString &text);

    bool isEmpty() const;
    bool matches(const BaselineRow &row) const;

private:
    struct Part
    {
        FilterExpression::Kind kind = FilterExpression::Kind::All;
        FilterExpression::Op op = FilterExpression::Op::Equal;
        std::vector<Part> children;
        int field = -1;
        bool isIncomplete = false;
        QString value;
        QByteArray word;
        double number = 0;
        QRegularExpression regex; ///< empty: compare with value
    };
    static tl::expected<Part, FilterError> bound(const FilterExpression &expression);
    static bool matches(const Part &part, const BaselineRow &row);
    static bool compares(const Part &part, const BaselineRow &row);

    Part m_root;
};

/// One line for the person who types a filter of baselines.
QString describeBaselineQuery(const FilterError &error);

} // namespace paceline
