// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/relay.h"

#include <atomic>

namespace paceline {

RequestId newRequestId()
{
    static std::atomic<RequestId> next{1};
    return next++;
}

} // namespace paceline
