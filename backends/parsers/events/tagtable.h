// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace paceline::events {

/// Numbers the names of curves in the order in which they come. Programs log them in the same order at each step, so
/// that the name after the last one is mostly the one that followed it before: that costs one comparison.
class TagTable
{
public:
    static constexpr std::size_t kMaxTags = 65536;
    static constexpr std::size_t kMaxName = 4096;

    /// Which plugin draws the tag, as its first metadata said.
    enum class Plugin : unsigned char { Unknown, Scalars, Other };
    struct Tag
    {
        std::string name;
        Plugin plugin = Plugin::Unknown;
        int next = -1;
    };

    /// -1: one name too many, or too long.
    int numberOf(std::string_view name)
    {
        const int guess = m_last < 0 ? -1 : m_tags[std::size_t(m_last)].next;
        if (guess >= 0 && m_tags[std::size_t(guess)].name == name)
            return m_last = guess;
        const int found = lookUp(name);
        if (found >= 0 && m_last >= 0)
            m_tags[std::size_t(m_last)].next = found;
        return m_last = found;
    }
    Tag &tag(int number) { return m_tags[std::size_t(number)]; }
    const Tag &tag(int number) const { return m_tags[std::size_t(number)]; }
    int size() const { return int(m_tags.size()); }

private:
    int lookUp(std::string_view name)
    {
        const auto found = m_numbers.find(name);
        if (found != m_numbers.end())
            return found->second;
        if (m_tags.size() >= kMaxTags || name.size() > kMaxName)
            return -1;
        m_tags.push_back({std::string(name)});
        m_numbers.emplace(m_tags.back().name, size() - 1);
        return size() - 1;
    }

    std::deque<Tag> m_tags; ///< a deque: the names stay where they are
    std::unordered_map<std::string_view, int> m_numbers;
    int m_last = -1;
};

} // namespace paceline::events
