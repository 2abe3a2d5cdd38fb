// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace paceline {

/// One run of the built paceline-cli, without a terminal.
struct CliRun
{
    int exitStatus = -1;
    QByteArray out, err;

    /// Every line of out as an object; an empty object for what is none.
    QList<QJsonObject> lines() const;
};

CliRun runCli(const QStringList &arguments, const QByteArray &input = {}, int timeoutMs = 60'000);

} // namespace paceline
