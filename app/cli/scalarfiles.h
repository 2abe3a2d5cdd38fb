// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

namespace paceline::cli {

struct ScalarOptions
{
    bool points = false;
    bool explain = false;
};

/// Whether a device stands at the beginning of an event file or a .wandb file; takes nothing off it.
bool isScalarFile(QIODevice &device, const QString &path);

/// One file or what standard input brings: prints its curves. Returns the exit state.
int readScalarFile(QIODevice &device, const QString &path, const ScalarOptions &options);

/// The event files of one folder, which are one run, and each .wandb file, which is a run of its own. run: the name to
/// print. Returns the exit state.
int readScalarFolder(const QStringList &paths, const QString &run, const ScalarOptions &options);

} // namespace paceline::cli
