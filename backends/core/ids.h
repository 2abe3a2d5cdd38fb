// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <compare>
#include <functional>

namespace paceline {

/// A name that cannot be mistaken for another kind of name. Compares by its text.
template <class Tag>
struct TextId
{
    QString value;

    TextId() = default;
    explicit TextId(QString text)
        : value(std::move(text))
    {
    }
    bool isEmpty() const { return value.isEmpty(); }

    friend bool operator==(const TextId &, const TextId &) = default;
    friend std::strong_ordering operator<=>(const TextId &a, const TextId &b)
    {
        const int order = a.value.compare(b.value);
        return order < 0   ? std::strong_ordering::less
               : order > 0 ? std::strong_ordering::greater
                           : std::strong_ordering::equal;
    }
    friend size_t qHash(const TextId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ClusterId =
    TextId<struct ClusterTag>;           ///< as the user named the host: alias, user@host, local:, demo:, a tape's path
using NodeName = TextId<struct NodeTag>; ///< Slurm's NodeName, one node, expanded
using MetricId = TextId<struct MetricTag>; ///< key in the metric catalogue, for example "cpu.user"
using GpuId = TextId<struct GpuTag>;       ///< UUID, or PCI address where there is none; never an index

/// Slurm's own number of a job (squeue %A). The pending rest of an array has the array's number.
struct JobId
{
    quint32 number = 0; ///< 0 is no job

    friend auto operator<=>(const JobId &, const JobId &) = default;
    friend size_t qHash(JobId id, size_t seed = 0) { return ::qHash(id.number, seed); }
};

} // namespace paceline

template <class Tag>
struct std::hash<paceline::TextId<Tag>>
{
    size_t operator()(const paceline::TextId<Tag> &id) const noexcept { return qHash(id.value); }
};
template <>
struct std::hash<paceline::JobId>
{
    size_t operator()(paceline::JobId id) const noexcept { return std::hash<quint32>{}(id.number); }
};
