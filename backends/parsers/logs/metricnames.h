// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

namespace paceline::logs {

enum class Phase { Train, Eval };

/// A metric's name as printed, its unit and the common name, ready to be shared by all records that carry it.
struct MetricName
{
    QString name, unit, canon;
    bool isHeadline = false; ///< a loss, an accuracy, a speed: what makes a line one of training
    bool isRate = false;     ///< the learning rate
    bool fitsEval = false;   ///< nothing that only training has
};

/// The common name of a metric that a program calls name, with the unit printed behind the value. Empty where there is
/// none. "Train Loss" and "loss" give loss, "val_loss" and a loss in an evaluation line val_loss, "speed" with "img/s"
/// samples_per_sec.
std::string_view canonicalName(std::string_view name, std::string_view unit, Phase phase);

/// Remembers what names mean, so that a line costs a look-up for each metric. Forgets everything when hostile input
/// brings too many.
class MetricNames
{
public:
    /// Valid until the next call.
    const MetricName &of(std::string_view name, std::string_view unit = {}, Phase phase = Phase::Train);
    /// The same with a common name that the format knows; an empty one means that it has none.
    const MetricName &known(std::string_view name, std::string_view unit, std::string_view canon);

private:
    struct Entry
    {
        std::string name, unit, canon;
        char kind;
        MetricName made;
    };
    static constexpr std::size_t kSlots = 256;

    const MetricName &entry(std::string_view name, std::string_view unit, std::string_view canon, char kind);
    const Entry &lookUp(std::string_view name, std::string_view unit, std::string_view canon, char kind);

    std::array<const Entry *, kSlots> m_slots{}; ///< where the last name of each hash stands
    std::unordered_map<std::string, Entry> m_entries;
    std::string m_key;
};

} // namespace paceline::logs
