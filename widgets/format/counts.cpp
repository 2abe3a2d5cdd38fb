// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/counts.h"

#include "widgets/format/units.h"

#include <QCoreApplication>

namespace paceline {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Counts)
};
} // namespace

QString nodesText(qint64 count)
{
    return count == 1 ? Words::tr("1 node") : Words::tr("%1 nodes").arg(formatCount(count));
}

QString gpusText(qint64 count)
{
    return count == 1 ? Words::tr("1 GPU") : Words::tr("%1 GPUs").arg(formatCount(count));
}

QString jobsText(qint64 count)
{
    return count == 1 ? Words::tr("1 job") : Words::tr("%1 jobs").arg(formatCount(count));
}

QString recordsText(qint64 count)
{
    return count == 1 ? Words::tr("1 record") : Words::tr("%1 records").arg(formatCount(count));
}

QString rowsText(qint64 count)
{
    return count == 1 ? Words::tr("1 row") : Words::tr("%1 rows").arg(formatCount(count));
}

} // namespace paceline
