// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/logview.h"

#include <QByteArrayMatcher>
#include <QScrollBar>
#include <algorithm>

namespace paceline {

static constexpr qint64 kSearchPiece = 2 << 20; // bytes looked at in one event

void LogView::search(const QString &text)
{
    m_anyCase = text == text.toLower();
    m_needle = text.toUtf8();
    m_matches.clear();
    m_searchedTo = 0;
    m_current = -1;
    m_search.stop();
    if (m_needle.isEmpty())
        emit matchesChanged(0, 0, true);
    else
        m_search.start();
    viewport()->update();
}

void LogView::searchOn()
{
    if (!m_log || m_needle.isEmpty())
        return;
    const QByteArrayMatcher matcher(m_needle);
    qint64 budget = kSearchPiece;
    const qint64 firstNumber = std::max(m_searchedTo, m_log->firstLine());
    for (const auto &chunk : m_log->chunks()) {
        const qint64 lines = qint64(chunk->lineStarts.size());
        if (chunk->firstLine + lines <= std::max(firstNumber, m_searchedTo))
            continue;
        if (budget <= 0) {
            m_search.start();
            emit matchesChanged(m_current + 1, matchCount(), false);
            return;
        }
        const std::size_t from = std::size_t(std::max<qint64>(m_searchedTo - chunk->firstLine, 0));
        const qsizetype offset = chunk->lineStarts[from];
        const QByteArray bytes = m_anyCase ? chunk->bytes.mid(offset).toLower() : chunk->bytes.mid(offset);
        std::size_t line = from;
        for (qsizetype at = matcher.indexIn(bytes); at >= 0;) {
            const auto place = quint32(at + offset);
            line = std::size_t(std::upper_bound(chunk->lineStarts.begin() + std::ptrdiff_t(line),
                                                chunk->lineStarts.end(), place) -
                               chunk->lineStarts.begin()) -
                   1;
            m_matches.push_back(chunk->firstLine + qint64(line));
            if (line + 1 >= chunk->lineStarts.size())
                break;
            at = matcher.indexIn(bytes, qsizetype(chunk->lineStarts[line + 1]) - offset);
        }
        budget -= bytes.size();
        m_searchedTo = chunk->firstLine + lines;
    }
    emit matchesChanged(m_current + 1, matchCount(), true);
    viewport()->update();
}

void LogView::goToMatch(qint64 index)
{
    if (m_matches.empty())
        return;
    const qint64 count = matchCount();
    m_current = (index % count + count) % count;
    const qint64 number = m_matches[std::size_t(m_current)];
    m_selectFrom = m_selectTo = number;
    showLine(number);
    emit matchesChanged(m_current + 1, count, true);
    viewport()->update();
}

void LogView::nextMatch()
{
    if (m_current >= 0)
        return goToMatch(m_current + 1);
    const auto at = std::lower_bound(m_matches.begin(), m_matches.end(), visibleLines().first);
    goToMatch(at - m_matches.begin());
}

void LogView::previousMatch()
{
    if (m_current >= 0)
        return goToMatch(m_current - 1);
    const auto at = std::upper_bound(m_matches.begin(), m_matches.end(), visibleLines().second);
    goToMatch(at - m_matches.begin() - 1);
}

} // namespace paceline
