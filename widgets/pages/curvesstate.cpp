// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/curvesstate.h"

#include <QDataStream>
#include <QIODevice>

namespace paceline {

static constexpr quint32 kMagic = 0x50434331; // "PCC1"
static constexpr quint32 kMostNames = 10'000;

/// A list as QDataStream writes it, whose length is not trusted: Qt would make room for it first.
static QStringList readNames(QDataStream &in)
{
    QStringList names;
    quint32 count = 0;
    in >> count;
    if (count > kMostNames)
        in.setStatus(QDataStream::ReadCorruptData);
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QString name;
        in >> name;
        names.append(name);
    }
    return names;
}

QByteArray CurvesState::toBytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << kMagic << pinned << hidden << smoothing << qint32(axis) << logX << logY;
    return bytes;
}

CurvesState CurvesState::fromBytes(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    CurvesState state;
    quint32 magic = 0;
    qint32 axis = 0;
    in >> magic;
    if (magic != kMagic)
        return {};
    state.pinned = readNames(in);
    state.hidden = readNames(in);
    in >> state.smoothing >> axis >> state.logX >> state.logY;
    const bool isSound = in.status() == QDataStream::Ok && axis >= 0 && axis < qint32(CurveAxis::kKinds) &&
                         state.smoothing >= 0 && state.smoothing < 1;
    if (!isSound)
        return {};
    state.axis = CurveAxis::Kind(axis);
    return state;
}

} // namespace paceline
