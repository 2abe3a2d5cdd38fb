// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

namespace paceline::logs {

/// A physical line, or a piece of one between carriage returns. bytes is valid until the splitter is fed again or the
/// call returns.
struct RawPiece
{
    std::string_view bytes;     ///< without line end; at most LineSplitter::kMaxPiece
    qint64 line = 1;            ///< of the physical line, from 1
    std::optional<int> segment; ///< from 0, only in lines that hold carriage returns
    qint64 offset = 0;          ///< of bytes in the file
    qint64 length = 0;          ///< as it stands in the file; more than bytes.size() when it was cut
    bool isLast = true;         ///< the line ends here
};

/// Cuts a stream of bytes into lines at \n and lines into pieces at \r. A line without its end waits; a piece is
/// complete as soon as the byte after its carriage return is known. The result does not depend on how the stream is cut
/// into chunks. Memory: one piece.
class LineSplitter
{
public:
    static constexpr qsizetype kMaxPiece = 64 << 10;

    /// The first byte fed begins a piece of a line.
    explicit LineSplitter(qint64 offset = 0, qint64 line = 1, int segment = 0)
        : m_offset(offset)
        , m_pieceOffset(offset)
        , m_line(line)
        , m_segment(segment)
    {
    }

    /// Calls each(const RawPiece &) for every piece that is complete now.
    template <class Each>
    void feed(std::string_view bytes, Each &&each);

    qint64 offset() const { return m_offset; }           ///< of the next byte
    qint64 line() const { return m_line; }               ///< number of the line that the next byte belongs to
    qint64 pieceOffset() const { return m_pieceOffset; } ///< where the piece begins that waits for its end
    int segment() const { return m_segment; }            ///< of that piece
    bool isInLine() const { return m_pieceOffset != m_offset || m_segment != 0 || m_heldReturn; }
    qint64 tooLong() const { return m_tooLong; } ///< pieces cut at kMaxPiece

private:
    template <class Each>
    void endPiece(std::string_view tail, bool isLast, qint64 endLength, Each &&each);
    void keep(std::string_view tail);

    QByteArray m_pending;
    qint64 m_offset, m_pieceOffset, m_line;
    qint64 m_tooLong = 0;
    int m_segment = 0;
    bool m_heldReturn = false;
};

template <class Each>
void LineSplitter::endPiece(std::string_view tail, bool isLast, qint64 endLength, Each &&each)
{
    RawPiece piece;
    piece.length = m_offset - endLength - m_pieceOffset;
    if (m_pending.isEmpty()) [[likely]] {
        piece.bytes = tail.substr(0, std::size_t(kMaxPiece));
    } else {
        keep(tail);
        piece.bytes = {m_pending.constData(), std::size_t(m_pending.size())};
    }
    m_tooLong += piece.length > kMaxPiece;
    piece.line = m_line;
    if (m_segment > 0 || !isLast)
        piece.segment = m_segment;
    piece.offset = m_pieceOffset;
    piece.isLast = isLast;
    each(std::as_const(piece));
    m_pending.resize(0);
    m_pieceOffset = m_offset;
    m_segment = isLast ? 0 : m_segment + 1;
    m_line += isLast;
}

template <class Each>
void LineSplitter::feed(std::string_view bytes, Each &&each)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    const char *newline = nullptr, *carriage = nullptr; // the next ones, once looked for; end: there is none
    const auto next = [end](const char *from, char c) {
        const void *found = std::memchr(from, c, std::size_t(end - from));
        return found ? static_cast<const char *>(found) : end;
    };
    while (at != end) {
        if (m_heldReturn) {
            m_heldReturn = false;
            const bool lineEnds = *at == '\n';
            if (lineEnds) {
                ++at;
                ++m_offset;
            }
            endPiece({}, lineEnds, lineEnds ? 2 : 1, each);
            continue;
        }
        if (!newline || newline < at)
            newline = next(at, '\n');
        if (!carriage || carriage < at)
            carriage = next(at, '\r');
        const char *const stop = std::min(newline, carriage);
        const std::string_view piece(at, std::size_t(stop - at));
        m_offset += qint64(piece.size()) + (stop != end);
        at = stop + (stop != end);
        if (stop == end) {
            keep(piece);
        } else if (*stop == '\n') {
            endPiece(piece, true, 1, each);
        } else if (at != end) {
            const bool lineEnds = *at == '\n';
            m_offset += lineEnds;
            at += lineEnds;
            endPiece(piece, lineEnds, lineEnds ? 2 : 1, each);
        } else {
            keep(piece);
            m_heldReturn = true;
        }
    }
}

} // namespace paceline::logs
