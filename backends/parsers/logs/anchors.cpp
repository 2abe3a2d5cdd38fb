// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/anchors.h"

#include "backends/parsers/logs/scanner.h"

#include <algorithm>
#include <bit>

namespace paceline::logs {
namespace {

bool holds(const AnchorSet::Mask &all, const AnchorSet::Mask &some)
{
    return (some[0] & ~all[0]) == 0 && (some[1] & ~all[1]) == 0;
}

void unite(AnchorSet::Mask &all, const AnchorSet::Mask &more)
{
    all[0] |= more[0];
    all[1] |= more[1];
}

} // namespace

AnchorSet::AnchorSet()
    : m_nodes(1)
{
}

void AnchorSet::add(std::string_view word, int owner)
{
    Q_ASSERT(word.size() >= 2 && owner < kMaxOwners);
    std::size_t node = 0;
    for (const char c : word) {
        quint8 &byteClass = m_classes[quint8(lowered(c))];
        if (byteClass == 0) {
            Q_ASSERT(m_classCount < kClasses);
            byteClass = quint8(m_classCount++);
        }
        if (m_nodes[node].next[byteClass] == 0) {
            m_nodes[node].next[byteClass] = quint16(m_nodes.size());
            m_nodes.emplace_back();
        }
        node = m_nodes[node].next[byteClass];
    }
    m_nodes[node].owners[std::size_t(owner) / 64] |= 1ULL << (owner % 64);
}

/// Words of two bytes stand in every other line, and rules of one byte pass at each of their places: such a word has a
/// group that is done with when it was found once. Other words that begin alike share a group, and further ones where
/// there are more beginnings than groups.
void AnchorSet::build()
{
    for (int c = 'A'; c <= 'Z'; ++c)
        m_classes[std::size_t(c)] = m_classes[quint8(lowered(char(c)))];
    std::vector<Front> all = fronts();
    const auto isAlone = [](const Front &front) {
        const auto [a, b, c] = front.classes;
        return c == 0 || (a == b && b == c);
    };
    std::stable_partition(all.begin(), all.end(), isAlone);
    std::size_t alone = 0, others = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        // ",0", ",1", ",2" mean the same.
        const bool startsGroup =
            i == 0 || all[i].classes[0] != all[i - 1].classes[0] || all[i].owners != all[i - 1].owners;
        if (isAlone(all[i]))
            alone += startsGroup;
        Q_ASSERT(alone < kGroups);
        addToGroup(isAlone(all[i]) ? alone - 1 : alone + others++ % (kGroups - alone), all[i]);
    }
}

std::vector<AnchorSet::Front> AnchorSet::fronts() const
{
    std::vector<Front> found;
    for (std::size_t a = 1; a < m_classCount; ++a) {
        const std::size_t first = m_nodes[0].next[a];
        for (std::size_t b = 1; b < m_classCount && first != 0; ++b) {
            const std::size_t second = m_nodes[first].next[b];
            if (second != 0 && !holds({}, m_nodes[second].owners)) {
                found.push_back({{a, b, 0}, ownersBelow(second)});
                continue;
            }
            for (std::size_t c = 1; c < m_classCount && second != 0; ++c) {
                if (const std::size_t third = m_nodes[second].next[c])
                    found.push_back({{a, b, c}, ownersBelow(third)});
            }
        }
    }
    return found;
}

AnchorSet::Mask AnchorSet::ownersBelow(std::size_t node) const
{
    Mask owners = m_nodes[node].owners;
    for (const quint16 next : m_nodes[node].next) {
        if (next != 0)
            unite(owners, ownersBelow(next));
    }
    return owners;
}

void AnchorSet::addToGroup(std::size_t number, const Front &front)
{
    const Groups bit = 1ULL << number;
    for (std::size_t i = 0; i < kFront; ++i) {
        const bool isAny = front.classes[i] == 0;
        for (std::size_t byte = 0; byte < m_classes.size(); ++byte) {
            if (isAny || m_classes[byte] == front.classes[i])
                m_front[i][byte] |= bit;
        }
    }
    if (front.classes.back() == 0)
        m_short |= bit;
    unite(m_owners[number], front.owners);
}

void AnchorSet::walk(std::string_view rest, Groups hits, Mask &found, Groups &missing) const
{
    const Node *node = m_nodes.data();
    for (const char c : rest) {
        const std::size_t next = node->next[m_classes[quint8(c)]];
        if (next == 0)
            break;
        node = &m_nodes[next];
        unite(found, node->owners);
    }
    for (; hits != 0; hits &= hits - 1) {
        if (holds(found, m_owners[std::size_t(std::countr_zero(hits))]))
            missing &= ~(hits & -hits);
    }
}

AnchorSet::Mask AnchorSet::find(std::string_view text) const
{
    Mask found{};
    if (text.size() < 2)
        return found;
    const auto *const bytes = reinterpret_cast<const quint8 *>(text.data());
    const std::size_t end = text.size() - 2; // the last place where a word can stand
    Groups missing = ~0ULL;                  // groups that may add something to what was found
    const auto hitsAt = [&](std::size_t i) {
        return m_front[0][bytes[i]] & m_front[1][bytes[i + 1]] & m_front[2][bytes[i + 2]];
    };
    std::size_t i = 0;
    for (; i + 4 <= end; i += 4) {
        const std::array<Groups, 4> hits{hitsAt(i), hitsAt(i + 1), hitsAt(i + 2), hitsAt(i + 3)};
        if (((hits[0] | hits[1] | hits[2] | hits[3]) & missing) == 0)
            continue;
        for (std::size_t j = 0; j < hits.size(); ++j) {
            if (const Groups open = hits[j] & missing)
                walk(text.substr(i + j), open, found, missing);
        }
    }
    for (; i < end; ++i) {
        if (const Groups open = hitsAt(i) & missing)
            walk(text.substr(i), open, found, missing);
    }
    if (const Groups open = m_front[0][bytes[end]] & m_front[1][bytes[end + 1]] & m_short & missing)
        walk(text.substr(end), open, found, missing);
    return found;
}

} // namespace paceline::logs
