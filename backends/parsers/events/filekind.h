// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace paceline::events {

enum class FileKind { Other, EventFile, WandbFile };

/// What a file is by its first kHeadBytes bytes, or, where these tell nothing (too few, or damaged), by its name.
FileKind fileKindOf(QByteArrayView head, QStringView name);
constexpr qsizetype kHeadBytes = 64;

} // namespace paceline::events
