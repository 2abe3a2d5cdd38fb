// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/curvesstate.h"

#include <QDataStream>
#include <QIODevice>

namespace paceline {

static constexpr quint32 kMagic = 0x50434331; // "PCC1"

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
    in >> magic >> state.pinned >> state.hidden >> state.smoothing >> axis >> state.logX >> state.logY;
    const bool isSound = in.status() == QDataStream::Ok && magic == kMagic && axis >= 0 &&
                         axis < qint32(CurveAxis::kKinds) && state.smoothing >= 0 && state.smoothing < 1;
    if (!isSound)
        return {};
    state.axis = CurveAxis::Kind(axis);
    return state;
}

} // namespace paceline
