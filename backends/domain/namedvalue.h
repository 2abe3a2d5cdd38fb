// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace paceline {

/// A column, counter or file under the name that its tool or kernel gives it. No text: not available, never 0. A number
/// comes without its unit where the name says it.
struct NamedValue
{
    QString name;
    std::optional<QString> text;

    friend bool operator==(const NamedValue &, const NamedValue &) = default;
};

} // namespace paceline
