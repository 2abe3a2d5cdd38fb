// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace paceline {

/// What went wrong, as far as the program acts on it. The words for people are made in widgets/format/describe. Tapes
/// hold the numbers: a new kind comes last.
enum class ErrorKind {
    Malformed,            ///< input that does not follow its format
    TooLarge,             ///< input over the limit that its reader states
    NotFound,             ///< no such file, job, host alias, command
    PermissionDenied,     ///< the other side knows it and does not let us
    TimedOut,             ///< no answer within the request's own time
    Cancelled,            ///< asked for by us
    Disconnected,         ///< the link ended while the request was under way
    Unreachable,          ///< no route, connection refused, no answer to the first packet
    NameUnknown,          ///< the host name does not resolve
    HostKeyUnknown,       ///< never seen; a person must decide
    HostKeyChanged,       ///< another key than the recorded one; never accepted by us
    HostKeyRevoked,       ///< the key is marked @revoked
    AuthenticationFailed, ///< the server refused; never tried again by itself
    TooManyKeys,          ///< the server hung up because too many keys were offered
    NeedsInteraction,     ///< going on needs a code, a push or a password
    ShellUnusable,        ///< logged in, but no POSIX shell answers
    NoSlurm,              ///< no squeue on the host
    ControllerDown,       ///< slurmctld does not answer
    Refused,              ///< the site's or Slurm's rules say no (a step in another user's job)
    JobEnded,             ///< the job is over or requeued
    Unsupported,          ///< a feature that this server, tool or build lacks
    DiskFull,             ///< our own disk
    Internal,             ///< a bug of ours
    HistoryUnusable,      ///< our own history cannot be read or written
};

/// Raw evidence goes into detail (what the tool printed, errno text), never a sentence for the user.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorKind kind, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(detail)});
}

} // namespace paceline
