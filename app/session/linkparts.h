// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/link.h"

namespace paceline {

/// The real parts of a link: libssh, the ssh program or a local shell beneath a PipeRelay.
LinkParts makeLinkParts();

} // namespace paceline
