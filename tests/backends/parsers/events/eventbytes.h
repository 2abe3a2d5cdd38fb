// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <cstdint>

namespace paceline::bytes {

// Protobuf fields, tag and all.
QByteArray varint(std::uint64_t value);
QByteArray field(int number, std::uint64_t value);
QByteArray field(int number, const QByteArray &message);
QByteArray fixed32(int number, float value);
QByteArray fixed64(int number, double value);

/// A number as it stands in memory, little endian.
template <class T>
QByteArray raw(T value)
{
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

/// A TFRecord with good checksums.
QByteArray tfRecord(const QByteArray &data);
/// An Event with a summary of these values.
QByteArray summaryEvent(double wallTime, qint64 step, const QByteArray &values);
QByteArray simpleValue(const QByteArray &tag, float value);
/// A value with a tensor; the plugin is left out where it is empty.
QByteArray tensorValue(const QByteArray &tag, const QByteArray &tensor, const QByteArray &plugin = {});
/// The first record of each file.
QByteArray versionRecord(double wallTime = 1000);
QByteArray startRecord(double wallTime, qint64 step);

enum class WandbChecksum { Ieee, Castagnoli };
/// A .wandb file of these records, cut into blocks.
QByteArray wandbFile(const QByteArrayList &records, WandbChecksum checksum = WandbChecksum::Ieee);
QByteArray historyItem(const QByteArray &key, const QByteArray &json);
/// A Record with a history of these items, at a step.
QByteArray historyRecord(qint64 step, const QByteArray &items);

} // namespace paceline::bytes
