// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/bytepipe.h"
#include "backends/transport/sshconfig.h"

#include <functional>
#include <memory>

namespace paceline {

/// Which pipe is wanted to which host.
struct PipeSpec
{
    enum class Kind { Automatic, Libssh, SshProgram };
    QString host;            ///< alias or user@host[:port]
    QString configFile = {}; ///< as after ssh's -F
    Kind kind = Kind::Automatic;
};

/// Why only the user's own ssh program can serve a route: raw reasons, none when the SSH library will do. An open
/// ControlMaster counts, because it asks for nothing.
QStringList reasonsForSshProgram(const SshRoute &route);

using PipeReady = std::function<void(Result<std::unique_ptr<BytePipe>>)>;
/// Reads the host's configuration and makes the pipe that serves it; calls back once, later, on the thread of context,
/// and not at all when context is gone. Automatic takes the library, and turns to the ssh program when a server wants
/// what only that can do. Errors: Malformed (host or configuration), NotFound (the file), Unsupported (no ssh program
/// where one is needed).
void makePipe(const PipeSpec &spec, QObject *context, PipeReady done);

} // namespace paceline
