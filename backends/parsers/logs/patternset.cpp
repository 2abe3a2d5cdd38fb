// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/patternset.h"

#include "backends/parsers/logs/patternjson.h"
#include "backends/parsers/logs/patternline.h"
#include "backends/parsers/logs/scanner.h"

#include <QCryptographicHash>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <optional>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace paceline::logs {
namespace {

/// Steps of the matcher for one line. The pattern of a line needs about ten for each of its pieces.
constexpr quint32 kMaxSteps = 50'000;
constexpr quint32 kMaxHeapKiB = 1024;
constexpr quint32 kMaxNesting = 32;

struct Free
{
    void operator()(pcre2_code *code) const { pcre2_code_free(code); }
    void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); }
    void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
    void operator()(pcre2_compile_context *context) const { pcre2_compile_context_free(context); }
};

// Where it stands in the line is searched for within the one limit of steps: the matcher's own search would begin to
// count anew at each place.
constexpr std::string_view kSearch = "(?s:.*?)(?:";

bool isCounter(NumberRole role)
{
    return role != NumberRole::Metric && role != NumberRole::Elapsed;
}

/// The longest text that every line of the pattern holds as it stands, to pass over other lines quickly.
std::string longestText(const LogPattern &pattern)
{
    std::string longest;
    if (!pattern.expression.isEmpty())
        return longest;
    for (const PatternPart &part : pattern.parts) {
        if (part.kind != PatternPart::Kind::Text || part.text.contains(QChar::ReplacementCharacter))
            continue;
        // A blank may be any number of them.
        const QStringList words = part.text.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            std::string bytes = word.toStdString();
            // A point behind a number may be missing.
            if (!bytes.empty() && bytes.front() == '.')
                bytes.erase(0, 1);
            if (bytes.size() > longest.size() && bytes.find('\t') == std::string::npos)
                longest = std::move(bytes);
        }
    }
    // Beside a number a mark may stand with blanks or without: its own bytes are there all the same.
    return longest;
}

std::optional<double> valueOf(std::string_view text, const PatternNumber &number)
{
    if (text.find(':') != std::string_view::npos)
        return number.role == NumberRole::Elapsed ? clockSeconds(text) : std::nullopt;
    Scanner s(text);
    const std::optional<double> value = s.number();
    if (!value || !s.atEnd())
        return {};
    const bool mayBeBroken = number.role == NumberRole::Epoch || number.role == NumberRole::TotalEpochs;
    const bool fits = !isCounter(number.role) || (std::isfinite(*value) && *value >= 0 && *value < 9e15 &&
                                                  (mayBeBroken || *value == std::floor(*value)));
    return fits ? value : std::nullopt;
}

} // namespace

struct PatternSet::Compiled
{
    LogPattern pattern;
    std::string text; ///< no line without it matches
    std::unique_ptr<pcre2_code, Free> code;
};

PatternSet::PatternSet(const std::vector<LogPattern> &patterns)
{
    std::vector<LogPattern> used;
    for (const LogPattern &pattern : patterns) {
        if (!pattern.isOn || m_patterns.size() == kMaxPatterns)
            continue;
        if (auto compiled = compile(pattern)) {
            used.push_back(pattern);
            m_patterns.push_back(std::move(*compiled));
        }
    }
    if (!used.empty())
        m_fingerprint = QCryptographicHash::hash(patternsJson(used), QCryptographicHash::Sha256).left(16);
}

PatternSet::~PatternSet() = default;

const LogPattern &PatternSet::pattern(std::size_t index) const
{
    return m_patterns[index]->pattern;
}

Result<void> PatternSet::check(const LogPattern &pattern)
{
    const auto compiled = compile(pattern);
    return compiled ? Result<void>() : tl::unexpected(compiled.error());
}

Result<std::unique_ptr<PatternSet::Compiled>> PatternSet::compile(const LogPattern &pattern)
{
    const bool hasMetric = std::any_of(pattern.numbers.begin(), pattern.numbers.end(), [](const PatternNumber &number) {
        return number.role == NumberRole::Metric && !number.name.isEmpty();
    });
    if (!hasMetric)
        return failure(ErrorKind::Malformed, QStringLiteral("no number with a name"));
    if (pattern.numbers.size() > kMaxNumbers)
        return failure(ErrorKind::TooLarge, QStringLiteral("%1 numbers").arg(pattern.numbers.size()));
    const bool isOurs = pattern.expression.isEmpty();
    QByteArray expression = expressionOf(pattern);
    if (!isOurs && expression.size() > kMaxExpression)
        return failure(ErrorKind::TooLarge, QStringLiteral("%1 bytes").arg(expression.size()));
    if (!isOurs)
        expression = QByteArray(kSearch.data(), qsizetype(kSearch.size())) + expression + ')';
    const std::unique_ptr<pcre2_compile_context, Free> context(pcre2_compile_context_create(nullptr));
    if (!context)
        return failure(ErrorKind::Internal, QStringLiteral("out of memory"));
    pcre2_set_parens_nest_limit(context.get(), kMaxNesting);
    int error = 0;
    PCRE2_SIZE at = 0;
    auto made = std::make_unique<Compiled>();
    made->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.constData()), PCRE2_SIZE(expression.size()),
                                   PCRE2_ANCHORED | PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C, &error,
                                   &at, context.get()));
    if (!made->code) {
        PCRE2_UCHAR text[160] = {};
        pcre2_get_error_message(error, text, sizeof text);
        const qsizetype ours = isOurs ? 0 : qsizetype(kSearch.size());
        const qsizetype place = std::clamp<qsizetype>(qsizetype(at) - ours, 0, pattern.expression.toUtf8().size());
        return failure(
            ErrorKind::Malformed,
            QStringLiteral("%1 (%2)").arg(QString::fromUtf8(reinterpret_cast<const char *>(text))).arg(place));
    }
    quint32 groups = 0;
    pcre2_pattern_info(made->code.get(), PCRE2_INFO_CAPTURECOUNT, &groups);
    if (groups != pattern.numbers.size())
        return failure(ErrorKind::Malformed,
                       QStringLiteral("%1 groups, %2 numbers").arg(groups).arg(pattern.numbers.size()));
    // Where the system forbids code made at run time, the interpreter does it.
    pcre2_jit_compile(made->code.get(), PCRE2_JIT_COMPLETE);
    made->pattern = pattern;
    made->text = longestText(pattern);
    return made;
}

struct PatternMatcher::Scratch
{
    std::unique_ptr<pcre2_match_data, Free> data{pcre2_match_data_create(PatternSet::kMaxNumbers + 1, nullptr)};
    std::unique_ptr<pcre2_match_context, Free> context{pcre2_match_context_create(nullptr)};
};

PatternMatcher::PatternMatcher(std::shared_ptr<const PatternSet> set)
    : m_set(std::move(set))
    , m_scratch(std::make_unique<Scratch>())
{
    if (!m_scratch->context)
        return;
    pcre2_set_match_limit(m_scratch->context.get(), kMaxSteps);
    pcre2_set_heap_limit(m_scratch->context.get(), kMaxHeapKiB);
}

PatternMatcher::~PatternMatcher() = default;
PatternMatcher::PatternMatcher(PatternMatcher &&) noexcept = default;
PatternMatcher &PatternMatcher::operator=(PatternMatcher &&) noexcept = default;

PatternMatcher::Outcome PatternMatcher::match(std::size_t index, std::string_view line)
{
    const PatternSet::Compiled &compiled = *m_set->m_patterns[index];
    m_captures.clear();
    if (line.size() > kMaxPatternLine || !m_scratch->data || !m_scratch->context)
        return Outcome::No;
    if (!compiled.text.empty() && line.find(compiled.text) == std::string_view::npos)
        return Outcome::No;
    const int found = pcre2_match(compiled.code.get(), reinterpret_cast<PCRE2_SPTR>(line.data()), line.size(), 0,
                                  PCRE2_NOTEMPTY, m_scratch->data.get(), m_scratch->context.get());
    if (found < 0)
        return found == PCRE2_ERROR_NOMATCH ? Outcome::No : Outcome::TooSlow;
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer(m_scratch->data.get());
    const auto &numbers = compiled.pattern.numbers;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const PCRE2_SIZE from = places[2 * i + 2], to = places[2 * i + 3];
        const bool isSet = int(i) + 1 < found && from != PCRE2_UNSET && from <= to && to <= line.size();
        const std::optional<double> value = isSet ? valueOf(line.substr(from, to - from), numbers[i]) : std::nullopt;
        if (!value)
            return Outcome::No;
        m_captures.push_back({from, to - from, *value});
    }
    return Outcome::Yes;
}

} // namespace paceline::logs
