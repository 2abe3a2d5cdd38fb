// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/columns.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace paceline {

/// One column of squeue: the word of its header and, where the format tells it (-O), its width in bytes, else 0.
struct SqueueColumn
{
    QByteArray name;
    qsizetype width = 0;
};

/// Columns by the argument of -o ("%.18i %j", "%i|%T") or of -O ("JobID:20,UserName"). Empty: neither.
QList<SqueueColumn> squeueColumnsOf(const QByteArray &format);

/// What stands between the fields of -o: '|' of "%i|%T", ' ' where blanks do.
char squeueSeparatorOf(const QByteArray &format);

/// How badly text suits the column: 0 it is what the column holds, more the less it can be.
int squeueMisfit(QByteArrayView column, QByteArrayView text);

/// Texts of a line under columns whose words stand where header says (empty: nowhere in particular).
QList<QByteArray> squeueCells(const QList<QByteArray> &columns, const std::vector<Word> &header,
                              const QByteArray &line);

} // namespace paceline
