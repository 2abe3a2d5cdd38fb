// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/logtext.h"

#include <algorithm>

namespace paceline {

namespace {
constexpr qsizetype kMaxShown = 64 << 10;
}

LogText::Line LogText::line(qint64 index) const
{
    if (index < 0 || index >= m_lines)
        return {{}, 0, 0};
    const qint64 number = firstLine() + index;
    const auto behind =
        std::upper_bound(m_chunks.begin(), m_chunks.end(), number,
                         [](qint64 n, const std::shared_ptr<const Chunk> &c) { return n < c->firstLine; });
    const Chunk &chunk = **(behind - 1);
    const auto at = std::size_t(number - chunk.firstLine);
    const qsizetype from = chunk.lineStarts[at];
    qsizetype to = at + 1 < chunk.lineStarts.size() ? qsizetype(chunk.lineStarts[at + 1]) : chunk.bytes.size();
    if (to > from && chunk.bytes[to - 1] == '\n')
        --to;
    if (to > from && chunk.bytes[to - 1] == '\r')
        --to;
    return {chunk.bytes.mid(from, std::min(to - from, kMaxShown)), number, chunk.timeMs[at]};
}

void LogTextBuilder::apply(const LogChunk &chunk)
{
    m_last.reset();
    const bool isOther = !m_text.path.isEmpty() && m_text.path != chunk.path;
    if (isOther || chunk.event == LogChunk::Event::Truncated || chunk.event == LogChunk::Event::Replaced)
        startAnew(chunk);
    m_text.path = chunk.path;
    m_text.format = chunk.format;
    m_text.fileSize = chunk.fileSize;
    m_text.blocks = chunk.blocks;
    m_text.records += qint64(chunk.records.size());
    switch (chunk.event) {
    case LogChunk::Event::Deleted:
        m_text.state = LogText::State::Deleted;
        return;
    case LogChunk::Event::Unreadable:
        m_text.state = LogText::State::Unreadable;
        return;
    default:
        break;
    }
    append(chunk);
    const bool isBehind = m_text.readTo < m_text.fileSize;
    m_text.state = isBehind ? LogText::State::Reading : LogText::State::Following;
}

void LogTextBuilder::goOn(const QString &path, const QString &format, qint64 records)
{
    m_text.path = path;
    m_text.format = format;
    m_text.records = records;
    m_last.reset();
}

void LogTextBuilder::startAnew(const LogChunk &chunk)
{
    m_text = LogText();
    m_open = LogText::Chunk();
    m_bytes = 0;
    m_inLine = false;
    m_text.readTo = chunk.offset;
}

void LogTextBuilder::append(const LogChunk &chunk)
{
    if (chunk.bytes.isEmpty())
        return;
    const bool isBacklog = m_text.lastGrowthMs == 0 || chunk.offset + chunk.bytes.size() < chunk.fileSize;
    const qint64 timeMs = isBacklog ? 0 : chunk.timeMs;
    m_text.lastGrowthMs = chunk.timeMs;
    qint64 number = chunk.firstLine;
    for (qsizetype at = 0; at < chunk.bytes.size();) {
        const qsizetype newline = chunk.bytes.indexOf('\n', at);
        const qsizetype end = newline < 0 ? chunk.bytes.size() : newline + 1;
        if (!m_inLine)
            beginLine(number, chunk.offset + at, timeMs);
        appendToLine(QByteArrayView(chunk.bytes).sliced(at, end - at));
        if (newline >= 0) {
            // The end of a line that was cut is kept too.
            if (!m_open.bytes.endsWith('\n'))
                m_open.bytes += '\n';
            m_inLine = false;
            ++number;
            if (m_open.bytes.size() >= kChunkBytes)
                closeChunk();
        }
        at = end;
    }
    m_text.readTo = chunk.offset + chunk.bytes.size();
}

void LogTextBuilder::beginLine(qint64 number, qint64 offset, qint64 timeMs)
{
    if (m_open.lineStarts.empty()) {
        m_open.firstLine = number;
        m_open.offset = offset;
        m_open.bytes.reserve(kChunkBytes);
    }
    m_open.lineStarts.push_back(quint32(m_open.bytes.size()));
    m_open.timeMs.push_back(timeMs);
    ++m_text.m_lines;
    m_inLine = true;
    m_lineLength = 0;
}

void LogTextBuilder::appendToLine(QByteArrayView piece)
{
    const qsizetype room = std::max<qsizetype>(0, kMaxLine - m_lineLength);
    m_open.bytes.append(piece.first(std::min(room, piece.size())));
    m_lineLength += piece.size();
}

void LogTextBuilder::closeChunk()
{
    m_open.bytes.squeeze();
    m_bytes += m_open.bytes.size();
    m_text.m_chunks.push_back(std::make_shared<const LogText::Chunk>(std::move(m_open)));
    m_open = LogText::Chunk();
    auto first = m_text.m_chunks.begin();
    for (; m_bytes > LogText::kMaxBytes && first + 1 != m_text.m_chunks.end(); ++first) {
        m_bytes -= (*first)->bytes.size();
        m_text.m_lines -= qint64((*first)->lineStarts.size());
    }
    m_text.m_chunks.erase(m_text.m_chunks.begin(), first);
}

std::shared_ptr<const LogText> LogTextBuilder::snapshot()
{
    if (!m_last) {
        auto text = std::make_shared<LogText>(m_text);
        if (!m_open.lineStarts.empty())
            text->m_chunks.push_back(std::make_shared<const LogText::Chunk>(m_open));
        m_last = std::move(text);
    }
    return m_last;
}

} // namespace paceline
