// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace paceline {

/// Paths that the whole lines of a text name as the place where a program writes its results, as printed: absolute, or
/// relative to wherever the program runs. Understood are "Logging to PATH", "Tensorboard logs: PATH", "Run data is
/// saved locally in PATH", "Results saved to PATH" and settings such as output_dir, log_dir, logdir, save_dir,
/// default_root_dir as NAME=PATH, NAME: PATH, "NAME": "PATH" and --NAME PATH. Each once, at most kMaxNamedPaths.
QStringList pathsNamedIn(QByteArrayView text);
constexpr qsizetype kMaxNamedPaths = 16;

/// A path as a program that ran in folder means it; empty where it means none, or nearly the whole disk: it needs two
/// parts below the root. "." and ".." are resolved.
QString resolvedPath(const QString &path, const QString &folder);

} // namespace paceline
