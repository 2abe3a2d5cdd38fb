// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/memorybytes.h"

#include <QDataStream>
#include <QIODevice>

namespace paceline {

namespace {

constexpr qsizetype kMaxBytes = 16 << 20;

constexpr std::optional<double> DerivedSpeed::Memory::*kSpeed[] = {
    &DerivedSpeed::Memory::batchSamples, &DerivedSpeed::Memory::batchTokens, &DerivedSpeed::Memory::step,
    &DerivedSpeed::Memory::samples, &DerivedSpeed::Memory::tokens};

void write(QDataStream &stream, const std::optional<double> &value)
{
    stream << value.has_value() << value.value_or(0);
}

void read(QDataStream &stream, std::optional<double> &value)
{
    bool has = false;
    double number = 0;
    stream >> has >> number;
    value = has ? std::optional(number) : std::nullopt;
}

} // namespace

QByteArray packMemory(ColumnCodec &codec, const RunMemory &memory)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    write(stream, memory.lastStep);
    write(stream, memory.firstEpoch);
    stream << memory.breakPending << memory.chosenRank << quint32(memory.printed.size());
    for (const RunMemory::Printed &printed : memory.printed)
        stream << printed.key << printed.index << printed.rank;
    for (const auto member : kSpeed)
        write(stream, memory.speed.*member);
    return codec.compress(bytes);
}

Result<RunMemory> unpackMemory(ColumnCodec &codec, QByteArrayView bytes)
{
    const auto plain = codec.decompress(bytes, kMaxBytes);
    if (!plain)
        return tl::unexpected(plain.error());
    RunMemory memory;
    quint32 count = 0;
    QDataStream stream(*plain);
    stream.setVersion(QDataStream::Qt_6_4);
    read(stream, memory.lastStep);
    read(stream, memory.firstEpoch);
    stream >> memory.breakPending >> memory.chosenRank >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        RunMemory::Printed &printed = memory.printed.emplace_back();
        stream >> printed.key >> printed.index >> printed.rank;
    }
    for (const auto member : kSpeed) {
        if (!stream.atEnd()) // a run that was saved before throughput was derived
            read(stream, memory.speed.*member);
    }
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return failure(ErrorKind::Malformed, QStringLiteral("memory of a run"));
    return memory;
}

} // namespace paceline
