// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/hostspec.h"
#include "backends/core/ids.h"
#include "widgets/theme.h"

#include <QSize>
#include <optional>

namespace paceline {

/// The command line of the window.
struct Options
{
    std::optional<HostSpec> host;      ///< none: the connect dialog opens
    std::optional<JobId> job;          ///< opened as soon as it is known
    QString configFile;                ///< -F, also the list of hosts of the connect dialog
    std::optional<ColorScheme> scheme; ///< none: as remembered
    QSize size;                        ///< invalid: as remembered
    QString recordTo;                  ///< not empty: record the first session to this tape
    QString screenshotFolder;          ///< not empty: write pictures of every page there and quit
};

/// Errors: Malformed, with the sentence to print in the detail. --help and --version print and leave the process.
Result<Options> parseOptions(const QStringList &arguments);

} // namespace paceline
