// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <initializer_list>
#include <utility>
#include <vector>

namespace paceline {

/// A key whose value people choose, so that it may hold blanks, "Word=" and line ends, and the keys that can follow it.
/// The value ends only at the first of those; an empty list means that it reaches to the end of the record.
struct FreeTextKey
{
    const char *key;
    std::vector<const char *> followers;
};

using KeyValues = std::vector<std::pair<QByteArrayView, QByteArrayView>>;

/// "Key=Value Key=Value" of scontrol, on one line (-o) or on several. Between keys of freeText any "Word=" begins a new
/// key, also one that we do not know. Views point into record.
KeyValues splitScontrolRecord(QByteArrayView record, const std::vector<FreeTextKey> &freeText);

/// The records of an answer: each begins with key at the start of a line ("JobId=", "NodeName="), the first one or
/// after a line end. With afterBlankLine only such lines count that follow an empty one.
std::vector<QByteArrayView> scontrolRecords(QByteArrayView text, QByteArrayView key, bool afterBlankLine);

} // namespace paceline
