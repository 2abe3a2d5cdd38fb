// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/pythondict.h"

namespace paceline::logs {
namespace {

/// One value: everything up to the comma or brace that ends it, brackets and quotes respected.
std::string_view takeValue(Scanner &s)
{
    const std::size_t from = s.position();
    const std::string_view all = s.rest();
    int depth = 0;
    char quote = '\0';
    for (const char c : all) {
        if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '[' || c == '(' || c == '{') {
            ++depth;
        } else if (depth > 0 && (c == ']' || c == ')' || c == '}')) {
            --depth;
        } else if (depth == 0 && (c == ',' || c == '}')) {
            break;
        }
        s.skip(1);
    }
    return all.substr(0, s.position() - from);
}

/// "array(0.5, dtype=float32)", "tensor(0.5, device='cuda:0')", "<tf.Tensor: shape=(), dtype=float32, numpy=0.5>".
std::optional<double> wrappedNumber(std::string_view text)
{
    if (text.starts_with("<tf.Tensor") && text.ends_with('>')) {
        const std::size_t at = text.find("numpy=");
        return at == std::string_view::npos ? std::nullopt : wholeNumber(text.substr(at + 6, text.size() - at - 7));
    }
    for (const std::string_view call : {"array(", "tensor("}) {
        if (text.starts_with(call) && text.ends_with(')'))
            return wholeNumber(text.substr(call.size(), text.find_first_of(",)") - call.size()));
    }
    return {};
}

/// "'90/100'"
bool addFraction(std::string_view key, std::string_view text, std::vector<DictField> &fields)
{
    const std::size_t stroke = text.find('/');
    if (text.size() < 5 || text.front() != '\'' || text.back() != '\'' || stroke == std::string_view::npos)
        return false;
    const auto at = wholeNumber(text.substr(1, stroke - 1));
    const auto of = wholeNumber(text.substr(stroke + 1, text.size() - stroke - 2));
    if (at && of)
        fields.push_back({key, *at, of});
    return at && of;
}

} // namespace

bool readPythonDict(Scanner &s, std::vector<DictField> &fields)
{
    fields.clear();
    if (!s.take('{'))
        return false;
    do {
        s.skipBlanks();
        const char quote = s.peek();
        if ((quote != '\'' && quote != '"') || !s.take(quote))
            return false;
        const std::string_view key = s.until(quote);
        if (!s.take(quote) || !s.take(':'))
            return false;
        s.skipBlanks();
        const std::string_view text = trimmed(takeValue(s));
        auto value = wholeNumber(text);
        if (!value)
            value = wrappedNumber(text);
        if (value)
            fields.push_back({key, *value, {}});
        else
            addFraction(key, text, fields);
    } while (s.take(','));
    return s.take('}');
}

} // namespace paceline::logs
