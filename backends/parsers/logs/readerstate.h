// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>
#include <optional>
#include <tuple>

namespace paceline::logs {

template <class T>
QDataStream &operator<<(QDataStream &stream, const std::optional<T> &value)
{
    stream << value.has_value();
    return value ? stream << *value : stream;
}

template <class T>
QDataStream &operator>>(QDataStream &stream, std::optional<T> &value)
{
    bool has = false;
    stream >> has;
    value.reset();
    return has ? stream >> value.emplace() : stream;
}

/// What a reader carries from line to line, as bytes that outlive the program.
template <class... T>
QByteArray packed(const T &...values)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    (stream << ... << values);
    return bytes;
}

/// The other way round. False, and nothing changed, where bytes are not what packed made of the same types.
template <class... T>
bool unpack(const QByteArray &bytes, T &...values)
{
    std::tuple<T...> read;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    std::apply([&](T &...each) { (stream >> ... >> each); }, read);
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return false;
    std::tie(values...) = std::move(read);
    return true;
}

} // namespace paceline::logs
