// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <QByteArray>

namespace paceline {

/// The probe as it is sent to the nodes: its parts in one, without comments and indentation, because it travels with
/// every step. Empty where the resources are not initialised.
QByteArray probeScript();

/// How the step that runs the probe gets at the job's GPUs, whose devices a cgroup may hide from it.
enum class GpuAccess {
    Shared, ///< the step shares the GPUs with the job's other steps
    None    ///< the step asks for none, and sees those that no cgroup hides
};

/// The command line that runs the probe as a step of the job on all its nodes.
QByteArray probeCommand(JobId job, std::size_t nodes, const QByteArray &script, GpuAccess access);

} // namespace paceline
