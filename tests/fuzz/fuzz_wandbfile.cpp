// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says the size of the pieces, the second how to take the rest: as the bytes of a file, or as chunks
// (type and length before each), which are given good checksums here, because no chance ever finds one; and whether
// they stand at the beginning of the file's first block, or near its end.
#include "backends/parsers/events/crc32c.h"
#include "backends/parsers/events/wandbfile.h"
#include "tests/fuzz/scalarpieces.h"

using namespace paceline::events;

namespace {

template <class T>
QByteArray raw(T value)
{
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

QByteArray chunkOf(const QByteArray &summed)
{
    return raw(crc32({summed.constData(), std::size_t(summed.size())})) + raw(std::uint16_t(summed.size() - 1)) +
           summed;
}

QByteArray framed(const QByteArray &chunks)
{
    QByteArray file;
    for (qsizetype at = 0; at + 1 < chunks.size();) {
        const qsizetype size = static_cast<unsigned char>(chunks[at + 1]);
        file += chunkOf(chunks[at] + chunks.mid(at + 2, size));
        at += 2 + size;
    }
    return file;
}

/// The front of a file of which this much of the first block is left.
QByteArray headOf(qsizetype left)
{
    constexpr qsizetype kHeads = 14;
    const qsizetype size = qsizetype(WandbLogReader::kBlock) - kHeads - left;
    return QByteArray(":W&B\xe1\xbe\0", 7) + chunkOf('\1' + QByteArray("\x6a\x7f", 2) + QByteArray(size - 2, 'x'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 2), qsizetype(size - 2));
    const QByteArray body = data[1] & 1 ? framed(bytes) : bytes;
    const QByteArray head = data[1] & 2 ? headOf(data[1] >> 2) : QByteArray(":W&B\xe1\xbe\0", 7);
    checkPieces<WandbFileReader>(data[1] == 0 ? bytes : head + body, data[1] & 2 ? 1 + 64 * data[0] : 1 + data[0]);
    return 0;
}
