// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/processpipe.h"

#include <QStringList>

namespace paceline {

/// A shell of this machine, for Paceline started on the login node itself and for tests.
class LocalPipe final : public ProcessPipe
{
    Q_OBJECT
public:
    /// loginShell: program and arguments before the command.
    explicit LocalPipe(QStringList loginShell = {QStringLiteral("/bin/sh"), QStringLiteral("-c")},
                       QObject *parent = nullptr);
    void open(const QByteArray &command) override;

private:
    void programStarted() override;
    Error reasonOfEnd() const override;

    QStringList m_loginShell;
};

} // namespace paceline
