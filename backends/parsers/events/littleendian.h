// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>

namespace paceline::events {

/// The number that stands at an address, aligned or not; sizeof(T) bytes must be there.
template <class T>
T littleEndian(const char *at)
{
    return qFromLittleEndian<T>(at);
}

} // namespace paceline::events
