// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/jsonnumbers.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace paceline::events {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxObject = 64U << 10; ///< bytes; larger ones are tables and pictures
constexpr int kMaxDepth = 8;
constexpr std::size_t kMaxNumbers = 1000;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t from = text.find_first_not_of(kBlanks);
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(kBlanks) - from + 1);
}

std::optional<double> namedNumber(std::string_view word)
{
    if (word == "NaN")
        return NAN;
    if (word == "Infinity")
        return INFINITY;
    if (word == "-Infinity")
        return -INFINITY;
    return std::nullopt;
}

void collect(const Json &object, const std::string &prefix, int depth,
             std::vector<std::pair<std::string, double>> &numbers)
{
    if (depth > kMaxDepth || object.contains("_type"))
        return;
    for (const auto &[key, value] : object.items()) {
        if (numbers.size() >= kMaxNumbers)
            return;
        if (value.is_object())
            collect(value, prefix + key + '.', depth + 1, numbers);
        else if (value.is_number())
            numbers.emplace_back(prefix + key, value.get<double>());
        else if (value.is_string()) {
            if (const auto named = namedNumber(value.get_ref<const std::string &>()))
                numbers.emplace_back(prefix + key, *named);
        }
    }
}

/// Bare NaN and Infinity, which JSON does not know, in quotes.
std::string quoted(std::string_view json)
{
    std::string out;
    bool isText = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        std::size_t word = 0;
        for (const std::string_view name : {"NaN", "Infinity", "-Infinity"})
            word = !isText && json.substr(i).starts_with(name) ? name.size() : word;
        if (word > 0) {
            out.append(1, '"').append(json.substr(i, word)).append(1, '"');
            i += word - 1;
            continue;
        }
        out += json[i];
        if (isText && json[i] == '\\' && i + 1 < json.size())
            out += json[++i];
        else if (json[i] == '"')
            isText = !isText;
    }
    return out;
}

} // namespace

std::optional<double> jsonNumber(std::string_view json)
{
    json = trimmed(json);
    if (json.size() > 2 && json.front() == '"' && json.back() == '"')
        return namedNumber(json.substr(1, json.size() - 2));
    const std::string_view digits = json.substr(json.starts_with('-') ? 1 : 0);
    if (digits.empty() || digits.front() < '0' || digits.front() > '9')
        return namedNumber(json);
    double value = 0;
    const char *const all = json.data() + json.size();
    const auto [end, error] = std::from_chars(json.data(), all, value);
    if (end != all)
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        const std::size_t exponent = digits.find_first_of("eE");
        const bool isSmall = exponent == digits.npos ? digits.starts_with("0.") : digits.substr(exponent + 1, 1) == "-";
        return isSmall ? 0 : json.front() == '-' ? -INFINITY : INFINITY;
    }
    return value;
}

std::vector<std::pair<std::string, double>> jsonNumbers(std::string_view json)
{
    json = trimmed(json);
    std::vector<std::pair<std::string, double>> numbers;
    if (json.size() > kMaxObject || !json.starts_with('{'))
        return numbers;
    Json object = Json::parse(json, nullptr, false);
    if (object.is_discarded())
        object = Json::parse(quoted(json), nullptr, false);
    if (object.is_object())
        collect(object, {}, 1, numbers);
    return numbers;
}

} // namespace paceline::events
