// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QMap>
#include <QString>
#include <optional>

namespace paceline {

/// "cpu=64,mem=400G,node=2,billing=64,gres/gpu=8,gres/gpu:a100=8" as name -> value, as printed. Items without '=' are
/// dropped.
QMap<QString, QString> parseTres(QByteArrayView text);

/// GPUs and of which types; types may count fewer than total, or none.
struct GpuCount
{
    int total = 0;
    QMap<QString, int> types;

    friend bool operator==(const GpuCount &, const GpuCount &) = default;
};

/// The GPUs of a TRES list: gres/gpu holds all of them, gres/gpu:TYPE the same again by type, so they are never added.
/// Absent when the list says nothing about GPUs (a site may not account them).
std::optional<GpuCount> gpusOfTres(const QMap<QString, QString> &tres);

} // namespace paceline
