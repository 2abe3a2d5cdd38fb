// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/parsers/events/eventbytes.h"

#include "backends/parsers/events/crc32c.h"

#include <QByteArrayList>
#include <algorithm>

namespace paceline::bytes {
namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

QByteArray varint(std::uint64_t value)
{
    QByteArray out;
    for (; value >= 0x80; value >>= 7)
        out += char(value | 0x80);
    return out += char(value);
}

QByteArray field(int number, std::uint64_t value)
{
    return varint(std::uint64_t(number) << 3) + varint(value);
}

QByteArray field(int number, const QByteArray &message)
{
    return varint(std::uint64_t(number) << 3 | 2) + varint(std::uint64_t(message.size())) + message;
}

QByteArray fixed32(int number, float value)
{
    return varint(std::uint64_t(number) << 3 | 5) + raw(value);
}

QByteArray fixed64(int number, double value)
{
    return varint(std::uint64_t(number) << 3 | 1) + raw(value);
}

QByteArray tfRecord(const QByteArray &data)
{
    const QByteArray length = raw(std::uint64_t(data.size()));
    return length + raw(events::masked(events::crc32c(viewOf(length)))) + data +
           raw(events::masked(events::crc32c(viewOf(data))));
}

QByteArray summaryEvent(double wallTime, qint64 step, const QByteArray &values)
{
    return fixed64(1, wallTime) + (step != 0 ? field(2, std::uint64_t(step)) : QByteArray()) + field(5, values);
}

QByteArray simpleValue(const QByteArray &tag, float value)
{
    return field(1, field(1, tag) + fixed32(2, value));
}

QByteArray tensorValue(const QByteArray &tag, const QByteArray &tensor, const QByteArray &plugin)
{
    const QByteArray metadata = plugin.isEmpty() ? QByteArray() : field(9, field(1, field(1, plugin)));
    return field(1, field(1, tag) + field(8, tensor) + metadata);
}

QByteArray versionRecord(double wallTime)
{
    return tfRecord(fixed64(1, wallTime) + field(3, QByteArray("brain.Event:2")));
}

QByteArray startRecord(double wallTime, qint64 step)
{
    return tfRecord(fixed64(1, wallTime) + field(2, std::uint64_t(step)) + field(7, field(1, 1)));
}

QByteArray wandbFile(const QByteArrayList &records, WandbChecksum checksum)
{
    constexpr qsizetype kBlock = 32768;
    QByteArray file(":W&B\xe1\xbe\0", 7);
    for (const QByteArray &record : records) {
        qsizetype at = 0;
        bool isFirst = true;
        do {
            qsizetype left = kBlock - file.size() % kBlock;
            if (left < 7) {
                file += QByteArray(left, '\0');
                left = kBlock;
            }
            const qsizetype size = std::min(left - 7, record.size() - at);
            const bool isLast = at + size == record.size();
            const QByteArray summed = char(isFirst && isLast ? 1 : isFirst ? 2 : isLast ? 4 : 3) + record.mid(at, size);
            const std::uint32_t sum = checksum == WandbChecksum::Ieee ? events::crc32(viewOf(summed))
                                                                      : events::masked(events::crc32c(viewOf(summed)));
            file += raw(sum) + raw(std::uint16_t(size)) + summed;
            at += size;
            isFirst = false;
        } while (at < record.size());
    }
    return file;
}

QByteArray historyItem(const QByteArray &key, const QByteArray &json)
{
    return field(1, field(1, key) + field(16, json));
}

QByteArray historyRecord(qint64 step, const QByteArray &items)
{
    return field(1, 1) + field(2, items + field(2, step != 0 ? field(1, std::uint64_t(step)) : QByteArray()));
}

} // namespace paceline::bytes
