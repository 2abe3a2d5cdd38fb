// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace paceline::events {

/// CRC-32C (Castagnoli) of the bytes, going on from the checksum of what came before (0: nothing). With the
/// instructions of SSE 4.2 where the machine has them, else by tables.
std::uint32_t crc32c(std::string_view bytes, std::uint32_t before = 0);
/// The same by tables alone, eight bytes at a time.
std::uint32_t crc32cByTables(std::string_view bytes, std::uint32_t before = 0);
/// CRC-32 of IEEE 802.3, as zlib computes it.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

/// As TFRecord and LevelDB store a CRC-32C, so that a checksum of data that holds checksums stays a good one.
constexpr std::uint32_t masked(std::uint32_t crc)
{
    return ((crc >> 15) | (crc << 17)) + 0xa282ead8U;
}

} // namespace paceline::events
