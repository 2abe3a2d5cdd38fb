// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace paceline {

/// A number of parameters and the words that tell it.
struct ModelSize
{
    double billion = 0;
    QString text;
};

/// Of a name: "llama-7b", "gpt_1.3B", "opt-350m". Sizes from 10 million to 10,000 billion.
std::optional<ModelSize> modelSizeInName(const QString &name);

/// Of a line of a log: "number of parameters: 123.59M", "Total parameters: 8,030,261,248", "model params = 7.24 B". A
/// line that does not speak of parameters tells none, nor does one that speaks of a part of them (a rank's).
std::optional<ModelSize> modelSizePrinted(const QString &line);

} // namespace paceline
