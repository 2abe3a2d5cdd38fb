// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/patternjson.h"
#include "backends/parsers/logs/patternline.h"
#include "backends/parsers/logs/patternset.h"
#include "backends/parsers/logs/patterntokens.h"

#include <cstdlib>

using namespace paceline;

namespace {

/// A line matches the pattern that is made of it, with the numbers that were chosen.
void tryLine(const QByteArray &bytes, quint64 choice)
{
    const PatternLine line = logs::lookAtLine(bytes);
    std::vector<PatternNumber> roles;
    std::vector<int> starts;
    for (const PatternLine::Number &number : line.numbers) {
        if (number.start < 0 || number.length <= 0 || number.start + number.length > line.text.size())
            std::abort();
        const bool isChosen = starts.size() < logs::PatternSet::kMaxNumbers && ((choice >> (roles.size() % 64)) & 1);
        roles.push_back({number.role, QStringLiteral("x"), {}, {}});
        if (isChosen && !number.isClock) {
            roles.back().role = NumberRole::Metric;
            starts.push_back(number.start);
        }
    }
    LogPattern pattern = logs::generalised(line, roles);
    pattern.name = QStringLiteral("x");
    // A byte that was no UTF-8 stands for any.
    if (starts.empty() || line.text.contains(QChar::ReplacementCharacter))
        return;
    const auto set = std::make_shared<const logs::PatternSet>(std::vector<LogPattern>{pattern});
    if (set->size() == 0)
        return; // too long for the matcher
    const QByteArray text = line.text.toUtf8();
    logs::PatternMatcher matcher(set);
    if (text.size() > qsizetype(logs::kMaxPatternLine))
        return;
    if (matcher.match(0, {text.constData(), std::size_t(text.size())}) != logs::PatternMatcher::Outcome::Yes)
        std::abort();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto start = qsizetype(matcher.captures()[i].start);
        if (logs::patternText({text.constData(), std::size_t(start)}).size() != starts[i])
            std::abort();
    }
}

} // namespace

/// The first byte says what the rest is: a line that a pattern is made of, the file of patterns, or an expression and a
/// line to try it on.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    if (data[0] % 4 < 2) {
        tryLine(bytes, 0x9e3779b97f4a7c15ULL * (data[0] + 1));
    } else if (data[0] % 4 == 2) {
        if (const auto patterns = logs::readPatterns(bytes)) {
            const auto again = logs::readPatterns(logs::patternsJson(*patterns));
            if (!again || *again != *patterns)
                std::abort();
        }
    } else {
        const qsizetype end = bytes.indexOf('\n');
        LogPattern pattern;
        pattern.name = QStringLiteral("x");
        pattern.expression = QString::fromUtf8(bytes.left(end));
        pattern.numbers = {{NumberRole::Metric, QStringLiteral("x"), {}, {}}};
        logs::PatternMatcher matcher(std::make_shared<const logs::PatternSet>(std::vector<LogPattern>{pattern}));
        const QByteArray line = bytes.mid(end + 1);
        if (matcher.set().size() > 0)
            matcher.match(0, {line.constData(), std::size_t(line.size())});
    }
    return 0;
}
