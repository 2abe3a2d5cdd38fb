// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>
#include <string_view>
#include <vector>

namespace paceline::logs {

/// Finds in one pass which of many words a line holds, whatever their case: an Aho-Corasick automaton over classes of
/// bytes.
class AnchorSet
{
public:
    using Mask = std::array<quint64, 2>; ///< one bit for each owner
    static constexpr int kMaxOwners = 128;

    AnchorSet();
    void add(std::string_view word, int owner);
    /// Call once, after the last add.
    void build();
    /// The owners of all words in text.
    Mask find(std::string_view text) const;

private:
    int childOf(int state, quint8 byteClass);

    std::array<quint8, 256> m_classes{};
    int m_classCount = 1;
    std::vector<std::array<qint32, 64>> m_trie;
    std::vector<Mask> m_owners;  ///< of each state
    std::vector<quint16> m_next; ///< state * 64 + class; the highest bit: the new state has owners
};

} // namespace paceline::logs
