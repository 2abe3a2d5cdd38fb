// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says the size of the pieces, the second how to take the rest: as the bytes of a file, or as messages
// (each with its length before it), which are given good checksums here, because no chance ever finds one.
#include "backends/parsers/events/crc32c.h"
#include "backends/parsers/events/eventfile.h"
#include "tests/fuzz/scalarpieces.h"

using namespace paceline::events;

namespace {

QByteArray masked32(const QByteArray &bytes)
{
    const std::uint32_t sum = masked(crc32c({bytes.constData(), std::size_t(bytes.size())}));
    return QByteArray(reinterpret_cast<const char *>(&sum), sizeof sum);
}

QByteArray framed(const QByteArray &messages)
{
    QByteArray file;
    for (qsizetype at = 0; at < messages.size();) {
        const QByteArray data = messages.mid(at + 1, static_cast<unsigned char>(messages[at]));
        at += 1 + static_cast<unsigned char>(messages[at]);
        const std::uint64_t size = std::uint64_t(data.size());
        const QByteArray length(reinterpret_cast<const char *>(&size), sizeof size);
        file += length + masked32(length) + data + masked32(data);
    }
    return file;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 2), qsizetype(size - 2));
    checkPieces<EventFileReader>(data[1] & 1 ? framed(bytes) : bytes, 1 + data[0]);
    return 0;
}
