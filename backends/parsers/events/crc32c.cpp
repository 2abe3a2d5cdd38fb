// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/crc32c.h"

#include "backends/parsers/events/littleendian.h"

#include <array>
#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace paceline::events {
namespace {

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

/// Table k holds what a byte that stands k bytes before the end does to the checksum.
constexpr Tables tablesOf(std::uint32_t polynomial)
{
    Tables t{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? polynomial : 0);
        t[0][i] = crc;
    }
    for (std::size_t k = 1; k < t.size(); ++k) {
        for (std::size_t i = 0; i < 256; ++i)
            t[k][i] = (t[k - 1][i] >> 8) ^ t[0][t[k - 1][i] & 0xff];
    }
    return t;
}

constexpr Tables kCastagnoli = tablesOf(0x82f63b78U);
constexpr Tables kIeee = tablesOf(0xedb88320U);

std::uint32_t byTables(const Tables &t, std::string_view bytes, std::uint32_t before)
{
    std::uint32_t crc = ~before;
    const char *at = bytes.data(), *end = at + bytes.size();
    for (; end - at >= 8; at += 8) {
        const std::uint64_t x = littleEndian<std::uint64_t>(at) ^ crc;
        crc = t[7][x & 0xff] ^ t[6][(x >> 8) & 0xff] ^ t[5][(x >> 16) & 0xff] ^ t[4][(x >> 24) & 0xff] ^
              t[3][(x >> 32) & 0xff] ^ t[2][(x >> 40) & 0xff] ^ t[1][(x >> 48) & 0xff] ^ t[0][x >> 56];
    }
    for (; at != end; ++at)
        crc = (crc >> 8) ^ t[0][(crc ^ static_cast<unsigned char>(*at)) & 0xff];
    return ~crc;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) std::uint32_t byInstructions(std::string_view bytes, std::uint32_t before)
{
    std::uint64_t crc = std::uint32_t(~before);
    const char *at = bytes.data(), *end = at + bytes.size();
    for (; end - at >= 8; at += 8)
        crc = _mm_crc32_u64(crc, littleEndian<std::uint64_t>(at));
    auto last = std::uint32_t(crc);
    if (end - at >= 4) {
        last = _mm_crc32_u32(last, littleEndian<std::uint32_t>(at));
        at += 4;
    }
    if (end - at >= 2) {
        last = _mm_crc32_u16(last, littleEndian<std::uint16_t>(at));
        at += 2;
    }
    if (at != end)
        last = _mm_crc32_u8(last, static_cast<unsigned char>(*at));
    return ~last;
}
#endif

} // namespace

std::uint32_t crc32cByTables(std::string_view bytes, std::uint32_t before)
{
    return byTables(kCastagnoli, bytes, before);
}

std::uint32_t crc32(std::string_view bytes, std::uint32_t before)
{
    return byTables(kIeee, bytes, before);
}

std::uint32_t crc32c(std::string_view bytes, std::uint32_t before)
{
#if defined(__x86_64__)
    static const bool hasInstructions = __builtin_cpu_supports("sse4.2");
    if (hasInstructions)
        return byInstructions(bytes, before);
#endif
    return crc32cByTables(bytes, before);
}

} // namespace paceline::events
