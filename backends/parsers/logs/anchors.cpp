// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/anchors.h"

#include "backends/parsers/logs/scanner.h"

#include <deque>

namespace paceline::logs {

namespace {
constexpr std::size_t kClasses = 64;
constexpr quint16 kHit = 0x8000;
} // namespace

AnchorSet::AnchorSet()
{
    m_trie.emplace_back().fill(-1);
    m_owners.push_back({});
}

int AnchorSet::childOf(int state, quint8 byteClass)
{
    const qint32 child = m_trie[std::size_t(state)][byteClass];
    if (child >= 0)
        return child;
    const int created = int(m_trie.size());
    m_trie[std::size_t(state)][byteClass] = created;
    m_trie.emplace_back().fill(-1);
    m_owners.push_back({});
    return created;
}

void AnchorSet::add(std::string_view word, int owner)
{
    int state = 0;
    for (const char c : word) {
        quint8 &byteClass = m_classes[quint8(lowered(c))];
        if (byteClass == 0 && m_classCount < int(kClasses))
            byteClass = quint8(m_classCount++);
        Q_ASSERT(byteClass != 0 && m_trie.size() < kHit);
        state = childOf(state, byteClass);
    }
    m_owners[std::size_t(state)][std::size_t(owner) / 64] |= 1ULL << (owner % 64);
}

void AnchorSet::build()
{
    for (int c = 'A'; c <= 'Z'; ++c)
        m_classes[std::size_t(c)] = m_classes[quint8(lowered(char(c)))];
    std::vector<int> fallback(m_trie.size(), 0);
    std::deque<int> queue{0};
    m_next.assign(m_trie.size() * kClasses, 0);
    while (!queue.empty()) {
        const auto state = std::size_t(queue.front());
        queue.pop_front();
        for (std::size_t c = 0; c < kClasses; ++c) {
            const std::size_t viaFallback = std::size_t(m_next[std::size_t(fallback[state]) * kClasses + c] & ~kHit);
            const qint32 child = m_trie[state][c];
            const std::size_t target = child >= 0 ? std::size_t(child) : state == 0 ? 0 : viaFallback;
            if (child >= 0) {
                fallback[target] = state == 0 ? 0 : int(viaFallback);
                const Mask &inherited = m_owners[std::size_t(fallback[target])];
                m_owners[target][0] |= inherited[0];
                m_owners[target][1] |= inherited[1];
                queue.push_back(child);
            }
            const bool hit = (m_owners[target][0] | m_owners[target][1]) != 0;
            m_next[state * kClasses + c] = quint16(target | (hit ? kHit : 0));
        }
    }
}

AnchorSet::Mask AnchorSet::find(std::string_view text) const
{
    Mask found{};
    std::size_t state = 0;
    for (const char c : text) {
        const quint16 next = m_next[state * kClasses + m_classes[quint8(c)]];
        state = next & ~kHit;
        if (next & kHit) {
            found[0] |= m_owners[state][0];
            found[1] |= m_owners[state][1];
        }
    }
    return found;
}

} // namespace paceline::logs
