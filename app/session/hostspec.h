// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"
#include "backends/core/result.h"

#include <QString>

namespace paceline {

/// How to reach a cluster, as the user said it. A plain value.
struct HostSpec
{
    enum class Kind { Ssh, Local, Demo, Tape };
    enum class Pipe {
        Automatic,
        Libssh,
        SshProgram
    }; ///< Automatic: an open ControlMaster or what only OpenSSH can do takes the program
    Kind kind = Kind::Ssh;
    QString host;            ///< alias or user@host[:port] for Ssh, file path for Tape
    QString configFile = {}; ///< -F FILE; empty: ~/.ssh/config and the system's
    Pipe pipe = Pipe::Automatic;
    double speed = 1.0; ///< of a tape

    /// "local:", "demo:", a path that ends in .paceline, else an SSH host.
    /// Error: Malformed (a host name that is empty, starts with '-' or holds blanks, control characters or shell code).
    static Result<HostSpec> parse(const QString &text);
    ClusterId clusterId() const;
    /// Played, not reached.
    bool isTaped() const { return kind == Kind::Demo || kind == Kind::Tape; }

    friend bool operator==(const HostSpec &, const HostSpec &) = default;
};

} // namespace paceline
