// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/palettemodel.h"

#include <algorithm>

namespace paceline {

int paletteScore(const QString &text, const QStringList &words)
{
    int score = 0;
    for (const QString &word : words) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        score += at == 0 ? 4 : !text.at(at - 1).isLetterOrNumber() ? 2 : 1;
    }
    return score;
}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    setSearch(m_search);
}

void PaletteModel::setSearch(const QString &search)
{
    m_search = search;
    const QStringList words = search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, std::size_t>> hits;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const int score = paletteScore(m_entries[i].title + QLatin1Char(' ') + m_entries[i].note, words);
        if (score >= 0)
            hits.emplace_back(-score, i);
    }
    const std::size_t most = std::min(kMost, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + std::ptrdiff_t(most), hits.end());
    beginResetModel();
    m_listed.clear();
    for (std::size_t i = 0; i < most; ++i)
        m_listed.push_back(hits[i].second);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_listed.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return entry(index).title;
    case NoteRole:
        return entry(index).note;
    case KindRole:
        return int(entry(index).kind);
    default:
        return {};
    }
}

} // namespace paceline
