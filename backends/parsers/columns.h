// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <vector>

namespace paceline {

/// Words of a line and where each begins and ends.
struct Word
{
    QByteArray text;
    qsizetype begin, end;
};
std::vector<Word> wordsOf(const QByteArray &line);

/// The words of line under the columns of header. As many words as columns go in order; of more, the surplus is joined
/// to column wide (counted from 0); fewer go where they stand, and the columns without a word are empty.
QList<QByteArray> alignedRow(const std::vector<Word> &header, const QByteArray &line, std::size_t wide);

} // namespace paceline
