// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/metricnames.h"
#include "backends/parsers/logs/scanner.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paceline::logs {

/// Whether word is one of words, which are in lower case, in any case.
bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words);

/// Reads a whole line as a list of "name: value", "name=value" and "name value" with units, separators and tags
/// between. What is left over makes it prose, and prose gives nothing. Lines that differ from one of those before in
/// their numbers alone, as most do, cost no more than reading the numbers.
class FieldList
{
public:
    enum class Counter { None, Epoch, Step, Batch };
    struct Field
    {
        std::string_view name, unit; ///< in the line, or in a copy of an equal one; valid until the next parse()
        Counter counter = Counter::None;
        double value = 0;
        std::optional<qint64> of; ///< of "n/of"
    };

    bool parse(std::string_view text);

    std::vector<Field> fields;
    Phase phase = Phase::Train;

private:
    /// A number of the line, and what it means: the value or the whole of a field, or an aside.
    struct Slot
    {
        std::size_t begin, end;
        std::size_t field;
        enum class Part { Value, Of, Aside } part;
        double factor; ///< of a suffix behind a value: 12k
    };

    /// A line that was read as a list.
    struct Known
    {
        std::string line;
        std::vector<Field> fields; ///< names and units stand in line; empty while they are lent to the caller
        std::vector<Slot> numbers;
        Phase phase = Phase::Train;
    };
    static constexpr std::size_t kMaxKnown = 4;

    bool parseAnew(std::string_view text);
    static bool isAsBefore(std::string_view text, Known &known);
    void remember(std::string_view text);
    void lend(std::size_t number);
    std::optional<double> number(Scanner &s, Slot::Part part);
    void takeFrontTag(Scanner &s);
    void takeFrontPair(Scanner &s);
    bool takePart(Scanner &s);
    bool takePartInBrackets(Scanner &s);
    bool takeTag(Scanner &s);
    bool takeField(Scanner &s);
    bool takeCounter(Scanner &s, Field &field);
    bool skipAside(Scanner &s);

    std::vector<Slot> m_slots; ///< of the line that is read
    std::vector<Known> m_known;
    std::size_t m_latest = 0;          ///< in m_known
    std::size_t m_oldest = 0;          ///< the next to give way
    std::optional<std::size_t> m_lent; ///< whose fields are in fields
};

} // namespace paceline::logs
