// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QByteArrayMatcher>
#include <functional>
#include <optional>

namespace paceline {

/// One answer of the relay. Kinds are those of resources/relay/relay.sh.
struct RelayFrame
{
    int slot = 0;
    char kind = '\0';
    QByteArray text; ///< the rest of the head line
    QByteArray body; ///< of the kinds D H G X

    friend bool operator==(const RelayFrame &, const RelayFrame &) = default;
};

/// Finds the relay's frames in what comes through a pipe, whatever stands before and between them. A plain value, no
/// thread.
class RelayFrames
{
public:
    static constexpr qsizetype kMaxLine = 64 << 20; ///< a stream's line
    static constexpr qsizetype kMaxBody = 4 << 20;

    explicit RelayFrames(const QByteArray &token);

    /// Hands every frame that bytes complete to `take`, in order. Errors: TooLarge, Malformed; the parser is spent
    /// then.
    Result<void> feed(const QByteArray &bytes, const std::function<void(RelayFrame &&)> &take);
    /// What stood outside frames, at most the first and the last 2 KiB of it.
    QByteArray noise() const;

private:
    enum class Step { Made, NeedMore };
    Result<Step> next(RelayFrame &frame);
    Result<Step> body(RelayFrame &frame);
    void skipNoise(qsizetype count);

    QByteArrayMatcher m_mark;
    QByteArray m_token, m_buffer, m_noiseStart, m_noiseEnd;
    qsizetype m_at = 0;               ///< everything before is done with
    qsizetype m_scanned = 0;          ///< no end of line, or of body, before
    std::optional<RelayFrame> m_open; ///< its body is under way
};

} // namespace paceline
