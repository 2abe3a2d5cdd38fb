// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/linecleaner.h"

#include <algorithm>
#include <cstring>

namespace paceline::logs {
namespace {

constexpr char kEscape = '\x1b';

/// Length of the control sequence at the front of text, which begins with ESC. final is its last byte, parameters what
/// stands between.
std::size_t sequenceLength(std::string_view text, char &final, std::string_view &parameters)
{
    final = '\0';
    if (text.size() < 2)
        return text.size();
    if (text[1] == ']') { // a title: up to BEL or ESC backslash
        const std::size_t stop = text.find_first_of("\a\x1b", 2);
        return stop == std::string_view::npos ? text.size() : stop + (text[stop] == kEscape ? 2 : 1);
    }
    if (text[1] != '[')
        return 2;
    std::size_t i = 2;
    while (i < text.size() && text[i] >= 0x20 && text[i] < 0x40)
        ++i;
    parameters = text.substr(2, i - 2);
    if (i == text.size())
        return i;
    final = text[i];
    return i + 1;
}

/// Whether one of bytes is below the blank, a tab too. Eight at a time: subtracting borrows from the highest bit of the
/// small ones.
bool holdsControl(std::string_view bytes)
{
    constexpr quint64 kOnes = 0x0101010101010101, kHighest = kOnes << 7;
    constexpr std::size_t kStep = sizeof kOnes;
    quint64 small = 0;
    const auto look = [&](std::size_t at, std::size_t length) {
        quint64 eight = kOnes * ' ';
        std::memcpy(&eight, bytes.data() + at, length);
        small |= (eight - kOnes * ' ') & ~eight & kHighest;
    };
    std::size_t at = 0;
    for (; at + kStep <= bytes.size(); at += kStep)
        look(at, kStep);
    if (at < bytes.size())
        look(at, bytes.size() - at);
    return small != 0;
}

bool isRefresh(char final, std::string_view parameters)
{
    return (final == 'K' && (parameters.empty() || parameters == "2")) ||
           (final == 'G' && (parameters.empty() || parameters == "1"));
}

template <class Refresh>
void appendWithoutControls(std::string_view bytes, std::string &into, Refresh &&refresh)
{
    while (!bytes.empty()) {
        const auto stop =
            std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == kEscape || c == '\b' || c == '\0'; });
        const auto plain = std::size_t(stop - bytes.begin());
        into.append(bytes.substr(0, plain));
        bytes.remove_prefix(plain);
        if (bytes.empty())
            return;
        std::size_t length = 1;
        if (bytes.front() == kEscape) {
            char final = '\0';
            std::string_view parameters;
            length = sequenceLength(bytes, final, parameters);
            if (isRefresh(final, parameters))
                refresh();
        } else if (bytes.front() == '\b') {
            refresh();
        }
        bytes.remove_prefix(std::min(length, bytes.size()));
    }
}

} // namespace

bool LineCleaner::isPlain(std::string_view bytes)
{
    return !holdsControl(bytes) ||
           (!std::memchr(bytes.data(), kEscape, bytes.size()) && !std::memchr(bytes.data(), '\b', bytes.size()) &&
            !std::memchr(bytes.data(), '\0', bytes.size()));
}

void LineCleaner::removeControls(std::string_view bytes)
{
    m_text.clear();
    appendWithoutControls(bytes, m_text, [this] { m_text += '\b'; });
}

std::string_view LineCleaner::withoutMark(const RawPiece &piece)
{
    static constexpr std::string_view kMark = "\xef\xbb\xbf";
    std::string_view bytes = piece.bytes;
    if (piece.offset == 0 && bytes.starts_with(kMark))
        bytes.remove_prefix(kMark.size());
    return bytes;
}

std::string withoutControls(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    appendWithoutControls(bytes, text, [] {});
    return text;
}

} // namespace paceline::logs
