// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/events/littleendian.h"

#include <bit>
#include <cstdint>
#include <string_view>

namespace paceline::events {

enum class WireType : std::uint8_t { Varint = 0, Fixed64 = 1, Bytes = 2, StartGroup = 3, EndGroup = 4, Fixed32 = 5 };

/// One field of a protobuf message. Numbers stand in bits, as they are on the wire; the views point into the message.
struct WireField
{
    std::uint32_t number = 0;
    WireType type = WireType::Varint;
    std::uint64_t bits = 0;
    std::string_view bytes;

    bool is(std::uint32_t wanted, WireType as) const { return number == wanted && type == as; }
    std::int64_t integer() const { return std::int64_t(bits); }
    float asFloat() const { return std::bit_cast<float>(std::uint32_t(bits)); }
    double asDouble() const { return std::bit_cast<double>(bits); }
};

/// Walks over the fields of one protobuf message (the wire format of protobuf.dev/programming-guides/encoding), without
/// any schema: who reads takes what it knows. No length is trusted, groups are passed over, nothing is allocated.
class WireReader
{
public:
    explicit WireReader(std::string_view message)
        : m_at(message.data())
        , m_end(message.data() + message.size())
    {
    }

    /// False at the end and, with failed(), where the message is damaged.
    [[gnu::always_inline]] bool next(WireField &field)
    {
        while (m_at != m_end) {
            if (!readField(field))
                return fail();
            if (field.type == WireType::StartGroup || field.type == WireType::EndGroup) {
                if (field.type == WireType::EndGroup || !skipGroup())
                    return fail();
                continue;
            }
            return true;
        }
        return false;
    }
    bool failed() const { return m_failed; }

    /// Takes one varint off the front: for packed lists.
    [[gnu::always_inline]] bool takeVarint(std::uint64_t &value)
    {
        if (m_at != m_end && static_cast<unsigned char>(*m_at) < 0x80) {
            value = static_cast<unsigned char>(*m_at++);
            return true;
        }
        const LongVarint taken = longVarint(m_at, m_end);
        value = taken.value;
        m_at = taken.behind ? taken.behind : m_at;
        return taken.behind;
    }

private:
    bool fail()
    {
        m_failed = true;
        m_at = m_end;
        return false;
    }
    // The rare ways stay out of line and see copies only, so that loops over fields keep theirs in registers.
    struct LongVarint
    {
        std::uint64_t value;
        const char *behind; ///< nullptr: cut, or too long
    };
    [[gnu::noinline]] static LongVarint longVarint(const char *at, const char *end)
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && at != end; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at++);
            value |= std::uint64_t(byte & 0x7f) << shift;
            if (byte < 0x80)
                return {value, at};
        }
        return {0, nullptr};
    }
    /// What comes behind the group; nullptr: it has no end.
    [[gnu::noinline]] static const char *behindGroup(const char *at, const char *end)
    {
        WireReader inner(std::string_view(at, std::size_t(end - at)));
        WireField field;
        for (qsizetype depth = 1; depth > 0;) {
            if (inner.m_at == end || !inner.readField(field))
                return nullptr;
            depth += field.type == WireType::StartGroup ? 1 : field.type == WireType::EndGroup ? -1 : 0;
        }
        return inner.m_at;
    }
    [[gnu::always_inline]] bool skipGroup()
    {
        const char *const behind = behindGroup(m_at, m_end);
        m_at = behind ? behind : m_at;
        return behind;
    }
    template <class T>
    bool takeFixed(std::uint64_t &bits)
    {
        if (std::size_t(m_end - m_at) < sizeof(T))
            return false;
        bits = littleEndian<T>(m_at);
        m_at += sizeof(T);
        return true;
    }
    [[gnu::always_inline]] bool readField(WireField &field)
    {
        std::uint64_t key = 0;
        if (!takeVarint(key) || key >> 3 == 0 || key >> 32 != 0)
            return false;
        field.number = std::uint32_t(key >> 3);
        field.type = WireType(key & 7);
        switch (field.type) {
        case WireType::Varint:
            return takeVarint(field.bits);
        case WireType::Fixed64:
            return takeFixed<std::uint64_t>(field.bits);
        case WireType::Fixed32:
            return takeFixed<std::uint32_t>(field.bits);
        case WireType::Bytes:
            if (!takeVarint(field.bits) || field.bits > std::uint64_t(m_end - m_at))
                return false;
            field.bytes = std::string_view(m_at, std::size_t(field.bits));
            m_at += field.bits;
            return true;
        case WireType::StartGroup:
        case WireType::EndGroup:
            return true;
        }
        return false;
    }
    const char *m_at;
    const char *m_end;
    bool m_failed = false;
};

} // namespace paceline::events
