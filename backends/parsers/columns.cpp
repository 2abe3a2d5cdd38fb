// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/columns.h"

#include <algorithm>

namespace paceline {

std::vector<Word> wordsOf(const QByteArray &line)
{
    std::vector<Word> words;
    for (qsizetype i = 0; i < line.size();) {
        if (line[i] == ' ' || line[i] == '\t') {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        while (i < line.size() && line[i] != ' ' && line[i] != '\t')
            ++i;
        words.push_back({line.sliced(begin, i - begin), begin, i});
    }
    return words;
}

namespace {

/// How far a word stands from a header: negative where they overlap, by how much.
qsizetype distance(const Word &header, const Word &word)
{
    return std::max(header.begin, word.begin) - std::min(header.end, word.end);
}

QList<QByteArray> byPosition(const std::vector<Word> &header, const std::vector<Word> &words)
{
    QList<QByteArray> cells(qsizetype(header.size()));
    std::size_t next = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t last = header.size() - (words.size() - i);
        std::size_t best = next;
        for (std::size_t column = next + 1; column <= last; ++column) {
            if (distance(header[column], words[i]) < distance(header[best], words[i]))
                best = column;
        }
        cells[qsizetype(best)] = words[i].text;
        next = best + 1;
    }
    return cells;
}

} // namespace

QList<QByteArray> alignedRow(const std::vector<Word> &header, const QByteArray &line, std::size_t wide)
{
    const std::vector<Word> words = wordsOf(line);
    if (words.size() < header.size())
        return byPosition(header, words);
    QList<QByteArray> cells;
    const std::size_t surplus = words.size() - header.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > wide && i <= wide + surplus)
            cells.last() += ' ' + words[i].text;
        else
            cells += words[i].text;
    }
    return cells;
}

} // namespace paceline
