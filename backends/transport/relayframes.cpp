// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/relayframes.h"

#include <algorithm>

namespace paceline {

static constexpr qsizetype kNoiseKept = 2048;

static bool hasBody(char kind)
{
    return kind == 'D' || kind == 'H' || kind == 'G' || kind == 'X';
}

RelayFrames::RelayFrames(const QByteArray &token)
    : m_mark('@' + token + ' ')
    , m_token(token)
{
}

Result<void> RelayFrames::feed(const QByteArray &bytes, const std::function<void(RelayFrame &&)> &take)
{
    if (m_at > 0 && m_at == m_buffer.size())
        m_buffer.clear();
    else if (m_at > 0)
        m_buffer.remove(0, m_at);
    m_scanned -= std::min(m_scanned, m_at);
    m_at = 0;
    m_buffer += bytes;
    for (;;) {
        RelayFrame frame;
        const Result<Step> step = next(frame);
        if (!step)
            return tl::unexpected(step.error());
        if (*step == Step::NeedMore)
            return {};
        take(std::move(frame));
    }
}

void RelayFrames::skipNoise(qsizetype count)
{
    const QByteArray skipped = m_buffer.mid(m_at, count);
    const qsizetype room = std::max<qsizetype>(0, kNoiseKept - m_noiseStart.size());
    m_noiseStart += skipped.left(room);
    m_noiseEnd = (m_noiseEnd + skipped.mid(room)).right(kNoiseKept);
    m_at += count;
}

QByteArray RelayFrames::noise() const
{
    // What may yet become a mark is noise so far.
    const QByteArray rest = m_open ? QByteArray() : m_buffer.mid(m_at, kNoiseKept);
    return m_noiseStart + (m_noiseEnd + rest).right(kNoiseKept);
}

Result<RelayFrames::Step> RelayFrames::next(RelayFrame &frame)
{
    if (m_open)
        return body(frame);
    const qsizetype markSize = m_token.size() + 2;
    const qsizetype mark = m_mark.indexIn(m_buffer, m_at);
    if (mark < 0) {
        // The mark may be half there.
        skipNoise(std::max<qsizetype>(0, m_buffer.size() - m_at - markSize + 1));
        return Step::NeedMore;
    }
    skipNoise(mark - m_at);
    const qsizetype end = m_buffer.indexOf('\n', std::max(mark + markSize, m_scanned));
    if (end < 0) {
        m_scanned = m_buffer.size();
        if (m_buffer.size() - mark > kMaxLine)
            return failure(ErrorKind::TooLarge, QStringLiteral("relay line"));
        return Step::NeedMore;
    }
    const QByteArray head = m_buffer.mid(mark + markSize, end - mark - markSize);
    const qsizetype blank = head.indexOf(' ');
    bool isNumber = false;
    frame.slot = head.left(blank).toInt(&isNumber);
    if (blank < 1 || !isNumber || blank + 1 >= head.size())
        return failure(ErrorKind::Malformed, QString::fromLatin1(head.left(200)));
    frame.kind = head[blank + 1];
    frame.text = head.mid(blank + 3);
    m_at = m_scanned = end + 1;
    if (!hasBody(frame.kind))
        return Step::Made;
    m_open = std::move(frame);
    return body(frame);
}

Result<RelayFrames::Step> RelayFrames::body(RelayFrame &frame)
{
    const QByteArray tail = "\n@" + m_token + ' ' + QByteArray::number(m_open->slot) + " .\n";
    // The head announces how many bytes may come; most often they do, and the end need not be searched.
    bool isNumber = false;
    const qsizetype announced = m_open->text.toLongLong(&isNumber);
    qsizetype end = -1;
    if (isNumber && announced >= 0 && announced <= kMaxBody && m_buffer.mid(m_at + announced, tail.size()) == tail)
        end = m_at + announced;
    else
        end = m_buffer.indexOf(tail, std::max(m_at, m_scanned - tail.size() + 1));
    if (end < 0) {
        m_scanned = m_buffer.size();
        if (m_buffer.size() - m_at > kMaxBody)
            return failure(ErrorKind::TooLarge, QStringLiteral("relay frame"));
        return Step::NeedMore;
    }
    frame = std::move(*m_open);
    m_open.reset();
    frame.body = m_buffer.mid(m_at, end - m_at);
    m_at = m_scanned = end + tail.size();
    return Step::Made;
}

} // namespace paceline
