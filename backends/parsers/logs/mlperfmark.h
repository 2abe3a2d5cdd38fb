// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/jsontext.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace paceline::logs {

/// The loggers of MLPerf, by what a mark begins with.
enum class MlPerfLogger {
    MlpV05, ///< ":::MLPv0.5.0 gnmt 1544233557.807 (file.py:533) eval_accuracy: {"epoch": 0, "value": 18.7}"
    Mll06,  ///< ":::MLL 1560822683.386 eval_accuracy: {"value": 20.12, "metadata": {"epoch_num": 1}}"
    MlLog,  ///< ":::MLLOG {"time_ms": 1593149056068, "key": "eval_accuracy", "value": 0.76, "metadata": {...}}"
};

/// One mark, whichever logger wrote it. The views are valid as long as the text that it was read from.
struct MlPerfMark
{
    MlPerfLogger logger = MlPerfLogger::MlLog;
    double timeMs = 0;          ///< 0 where none is printed
    std::string_view key;       ///< empty where an MLLOG object has none
    std::string_view benchmark; ///< of round 0.5, which prints it with every mark
    std::vector<JsonField> fields;
    bool isObject = false;     ///< of round 0.5: the value is an object, not a word or nothing
    std::string_view argument; ///< the value as printed
    std::size_t end = 0;       ///< behind the mark in the text
    std::string mended;        ///< the object that the views look at where Python's quotes stood for JSON's

    const JsonField *field(std::string_view path) const;
    std::optional<double> number(std::initializer_list<std::string_view> paths) const; ///< the first that is one
};

enum class MarkRead {
    None,   ///< no mark in the text
    Broken, ///< a mark's beginning; its value is not whole
    Whole
};

/// Reads the first mark in text, wherever it begins. Linear in the text's length. The mark may be used again and again.
MarkRead readMlPerfMark(std::string_view text, MlPerfMark &mark);

} // namespace paceline::logs
