// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/fieldlist.h"

namespace paceline::logs {

// The words that FieldList's lines are made of. What takes or skips something leaves the scanner where it was when it
// finds nothing, and says so.

bool isEvalTag(std::string_view word);
/// "train", "val" and their like.
bool isTag(std::string_view word);
FieldList::Counter counterOf(std::string_view name);
bool isNumberStart(const Scanner &s);
bool endsField(char c);
/// False at the end.
bool skipSeparators(Scanner &s);
/// A name of up to four words, with what stands between it and the value.
bool takeName(Scanner &s, std::string_view &name);
bool takeQuotedName(Scanner &s, std::string_view &name);
std::string_view takeUnit(Scanner &s);
bool skipEta(Scanner &s);
bool skipTuple(Scanner &s);
void skipDone(Scanner &s);
/// What a suffix of a number stands for; 1 for any other unit.
double factorOf(std::string_view unit);

} // namespace paceline::logs
