// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/words.h"

namespace paceline::cli {

QString nodeStateWord(NodeState state)
{
    switch (state) {
    case NodeState::Idle:
        return QStringLiteral("IDLE");
    case NodeState::Mixed:
        return QStringLiteral("MIXED");
    case NodeState::Allocated:
        return QStringLiteral("ALLOCATED");
    case NodeState::Down:
        return QStringLiteral("DOWN");
    case NodeState::Error:
        return QStringLiteral("ERROR");
    case NodeState::Future:
        return QStringLiteral("FUTURE");
    case NodeState::Unknown:
        break;
    }
    return QStringLiteral("UNKNOWN");
}

QString errorKindName(ErrorKind kind)
{
    static constexpr const char *kNames[] = {"malformed",
                                             "too_large",
                                             "not_found",
                                             "permission_denied",
                                             "timed_out",
                                             "cancelled",
                                             "disconnected",
                                             "unreachable",
                                             "name_unknown",
                                             "host_key_unknown",
                                             "host_key_changed",
                                             "host_key_revoked",
                                             "authentication_failed",
                                             "too_many_keys",
                                             "needs_interaction",
                                             "shell_unusable",
                                             "no_slurm",
                                             "controller_down",
                                             "refused",
                                             "job_ended",
                                             "unsupported",
                                             "disk_full",
                                             "internal",
                                             "history_unusable"};
    static_assert(std::size(kNames) == std::size_t(ErrorKind::HistoryUnusable) + 1);
    return QLatin1String(kNames[std::size_t(kind)]);
}

} // namespace paceline::cli
