// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <vector>

namespace paceline {

/// One program's output as people keep it, freed of what the terminal and its helpers put around it.
struct Capture
{
    QString node; ///< "node001" of pdsh's or clush's label in front of each line; empty without
    QString task; ///< "3" of srun's label; empty without
    QByteArray text;
};

/// Whether lines of the tool itself begin with "word: ", so that a label must be there several times to be one.
enum class LineShape { Any, NameAndColon };

/// Takes apart what was captured: UTF-16 becomes UTF-8, marks of byte order, carriage returns at line ends and colours
/// go, prompts and the heading of `watch` become "$ command", the shell's and ssh's own remarks go. Lines with labels
/// of srun -l, mpirun --tag-output, pdsh or clush are parted by label, in the order in which the labels first come.
/// Text with 0x1e or 0x1f between its fields is only parted from its mark. Never empty.
std::vector<Capture> readCapture(QByteArrayView raw, LineShape shape = LineShape::Any);

} // namespace paceline
