// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baseline.h"

#include <QHash>
#include <memory>

namespace paceline {

/// What to leave in a list of records. An absent field lets everything pass; a record that does not tell a field that
/// is asked for does not pass. Texts compare without regard to case.
struct BaselineFilter
{
    std::optional<BaselineKind> kind;
    std::optional<QString> benchmark, submitter, precision, series;
    std::optional<QString> accelerator; ///< key, family, or a part of the published name
    std::optional<qint64> year, minAccelerators, maxAccelerators;
    bool withCarriedOver = true; ///< false: without runs that an earlier round's record holds already
};

bool matches(const Baseline &record, const BaselineFilter &filter);

/// All records of the catalogue, the user's own too. An immutable value; share it as BaselineSetPtr.
class BaselineSet
{
public:
    BaselineSet() = default;
    /// Ids must be unique; of two records with one id, find() tells the first.
    explicit BaselineSet(std::vector<Baseline> records);

    const std::vector<Baseline> &records() const { return m_records; }
    /// Null where there is none. Valid as long as this set.
    const Baseline *find(const QString &id) const;
    std::vector<const Baseline *> matching(const BaselineFilter &filter) const;
    /// The records of one series by number of accelerators, without carried-over ones and those without a number.
    std::vector<const Baseline *> series(const QString &name) const;
    /// This set and further records behind it.
    BaselineSet with(const std::vector<Baseline> &more) const;

private:
    std::vector<Baseline> m_records; ///< in order of the files
    QHash<QString, std::size_t> m_index;
};

using BaselineSetPtr = std::shared_ptr<const BaselineSet>;

} // namespace paceline
