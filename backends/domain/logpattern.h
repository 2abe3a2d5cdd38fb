// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <vector>

namespace paceline {

/// What a number in a line means to the user who chose it.
enum class NumberRole {
    Any,  ///< it may be any number
    Same, ///< it belongs to the words: lines with another one are others
    Metric,
    Step,
    TotalSteps,
    StepInEpoch,
    StepsPerEpoch,
    Epoch,
    TotalEpochs,
    Samples,
    Elapsed, ///< seconds, or h:mm:ss, since some start
};

struct PatternNumber
{
    NumberRole role = NumberRole::Any;
    QString name, unit, canon; ///< of a metric, as in LogMetric

    friend bool operator==(const PatternNumber &, const PatternNumber &) = default;
};

/// A piece of a line that is the same in all lines of a pattern, or of which only the kind is.
struct PatternPart
{
    enum class Kind { Text, Number, Time, Path, Code, Word, Bar, Rest };
    Kind kind = Kind::Text;
    QString text = {}; ///< of Text: as it stands, but that any blanks may stand for one
    int number = -1;   ///< of Number and Time: index of LogPattern::numbers; -1: any

    friend bool operator==(const PatternPart &, const PatternPart &) = default;
};

/// Lines that a user wants to be read, and what the numbers in them are.
struct LogPattern
{
    QString name;
    bool isOn = true;
    QString example;                    ///< the line that it was made of
    std::vector<PatternPart> parts;     ///< empty where expression is given
    QString expression;                 ///< PCRE2, written by hand; its groups are the numbers
    std::vector<PatternNumber> numbers; ///< those that are read, in the order of the line

    friend bool operator==(const LogPattern &, const LogPattern &) = default;
};

/// A line in which numbers may be chosen.
struct PatternLine
{
    struct Number
    {
        int start = 0, length = 0;         ///< characters of text
        bool isClock = false;              ///< h:mm:ss: an elapsed time or nothing
        PatternNumber suggestion;          ///< what it seems to be
        NumberRole role = NumberRole::Any; ///< when it is not chosen: Any or Same
    };
    QString text; ///< as readers see it: without labels, colours and logging heads
    std::vector<Number> numbers;
};

/// What a pattern would read of a log.
struct PatternOutcome
{
    struct Match
    {
        qint64 line = 0; ///< 0: there is none
        QString text;
        std::vector<std::pair<int, int>> spans; ///< start and length of each number, characters of text
    };
    qint64 lines = 0, matches = 0;
    Match first, last;
    std::vector<std::vector<double>> values; ///< of each number, kMaxValues at most
    qint64 taken = 0;                        ///< matches that a built-in reader reads now
    QString takenFormat;                     ///< that reader's name
    bool isSlow = false;                     ///< it was too costly on a line, which it does not read therefore
    bool isWhole = false;                    ///< all of the log was tried

    static constexpr std::size_t kMaxValues = 20'000;
};

} // namespace paceline
