// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDataStream>

namespace paceline::tapeformat {

// The first frame is the header: magic, version, host (QByteArray, UTF-8), start (UTC ms). Every frame: quint32 bytes
// that follow, quint8 kind, then for all but the header qint64 time (UTC ms) and the fields named here. QDataStream's
// own encoding.
inline constexpr quint32 kMagic = 0x50434c4e; // "PCLN"
inline constexpr quint16 kVersion = 1;
inline constexpr auto kStream = QDataStream::Qt_6_0;
inline constexpr quint32 kMaxFrame = 256u << 20;
inline constexpr qsizetype kMaxUnpacked = qsizetype(2) << 30;

enum class Frame : quint8 {
    Header = 'H',
    Answer = 'A',      ///< key, qint32 exit status, out, err, bool truncated
    NoAnswer = 'a',    ///< key, qint32 error kind, detail (QByteArray)
    Growth = 'F',      ///< path, qint64 offset, bytes, qint64 size, quint64 inode, quint64 device, qint64 mtime
    NoGrowth = 'f',    ///< path, qint32 error kind, detail
    StreamEvent = 'S', ///< key, quint8 kind, bytes, qint32 exit status
    Time = 'T',        ///< nothing more: the session went on until here
};

} // namespace paceline::tapeformat
