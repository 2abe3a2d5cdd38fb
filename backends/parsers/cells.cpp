// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/cells.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>
#include <span>

namespace paceline {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Words around which brackets and parentheses mean nothing.
QByteArray bare(QByteArrayView text)
{
    QByteArrayView inner = text.trimmed();
    while (inner.size() >= 2 &&
           ((inner.front() == '[' && inner.back() == ']') || (inner.front() == '(' && inner.back() == ')')))
        inner = inner.sliced(1, inner.size() - 2).trimmed();
    return inner.toByteArray();
}

struct Factor
{
    const char *unit;
    double factor;
};

double factorOf(std::span<const Factor> factors, const QByteArray &unit)
{
    for (const Factor &entry : factors) {
        if (unit.compare(entry.unit, Qt::CaseInsensitive) == 0)
            return entry.factor;
    }
    return kNaN;
}

constexpr double kKi = 1024, kMi = kKi * 1024, kGi = kMi * 1024, kTi = kGi * 1024;
constexpr std::array kByteFactors = std::to_array<Factor>({{"B", 1},
                                                           {"byte", 1},
                                                           {"bytes", 1},
                                                           {"KiB", kKi},
                                                           {"KB", kKi},
                                                           {"KByte", kKi},
                                                           {"KBytes", kKi},
                                                           {"MiB", kMi},
                                                           {"MB", kMi},
                                                           {"MBytes", kMi},
                                                           {"GiB", kGi},
                                                           {"GB", kGi},
                                                           {"TiB", kTi},
                                                           {"TB", kTi}});
constexpr std::array kWattFactors =
    std::to_array<Factor>({{"W", 1}, {"Watt", 1}, {"Watts", 1}, {"mW", 1e-3}, {"uW", 1e-6}, {"kW", 1e3}});
constexpr std::array kClockFactors = std::to_array<Factor>({{"MHz", 1}, {"GHz", 1e3}, {"kHz", 1e-3}, {"Hz", 1e-6}});
constexpr std::array kHeatFactors = std::to_array<Factor>({{"C", 1},
                                                           {"\xc2\xb0\x43", 1},
                                                           {"deg C", 1},
                                                           {"Celsius", 1},
                                                           {"Celsius Degree", 1},
                                                           {"Celsius Degrees", 1},
                                                           {"mC", 1e-3}});

double inUnit(double value, const QByteArray &unit, Measure measure)
{
    switch (measure) {
    case Measure::Number:
        return value;
    case Measure::Percent:
        return unit.isEmpty() || unit == "%" || unit.compare("percent", Qt::CaseInsensitive) == 0 ? value : kNaN;
    case Measure::MiB:
        return unit.isEmpty() ? value : value * factorOf(kByteFactors, unit) / kMi;
    case Measure::Byte:
        return unit.isEmpty() ? value : value * factorOf(kByteFactors, unit);
    case Measure::Watt:
        return unit.isEmpty() ? value : value * factorOf(kWattFactors, unit);
    case Measure::Megahertz:
        return unit.isEmpty() ? value : value * factorOf(kClockFactors, unit);
    case Measure::Celsius:
        return unit.isEmpty() ? value : value * factorOf(kHeatFactors, unit);
    }
    return kNaN;
}

/// How many bytes at the front are a number: -12.5e+3.
qsizetype numberLength(const QByteArray &text)
{
    qsizetype i = !text.isEmpty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const qsizetype first = i;
    while (i < text.size() && isDigit(text[i]))
        ++i;
    if (i == first)
        return 0;
    if (i + 1 < text.size() && (text[i] == '.' || text[i] == ',') && isDigit(text[i + 1])) {
        for (++i; i < text.size() && isDigit(text[i]);)
            ++i;
    }
    if (i + 1 < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        const qsizetype digits = text[i + 1] == '-' || text[i + 1] == '+' ? i + 2 : i + 1;
        if (digits < text.size() && isDigit(text[digits])) {
            for (i = digits; i < text.size() && isDigit(text[i]);)
                ++i;
        }
    }
    return i;
}

bool isUnit(QByteArrayView text)
{
    for (const char c : text) {
        if (isDigit(c) || (std::ispunct(static_cast<unsigned char>(c)) && c != '%' && c != '/'))
            return false;
    }
    return text.size() <= 16;
}

} // namespace

/// "[N/A, N/A]", "['N/A', 'N/A']": a list without one value.
static bool isListOfNothing(QByteArrayView text)
{
    const QByteArray inner = bare(text);
    if (!text.trimmed().startsWith('[') || !inner.contains(','))
        return false;
    const QList<QByteArray> elements = inner.split(',');
    return std::all_of(elements.begin(), elements.end(), [](const QByteArray &element) {
        QByteArray word = element.trimmed();
        if (word.size() >= 2 && (word.startsWith('\'') || word.startsWith('"')) && word.back() == word.front())
            word = word.sliced(1, word.size() - 2);
        return !word.startsWith('[') && isUnavailable(word);
    });
}

bool isUnavailable(QByteArrayView text)
{
    static constexpr std::array kWords = std::to_array<const char *>({"",
                                                                      "-",
                                                                      "--",
                                                                      "n/a",
                                                                      "na",
                                                                      "nan",
                                                                      "-nan",
                                                                      "err!",
                                                                      "err",
                                                                      "error",
                                                                      "none found",
                                                                      "not supported",
                                                                      "unknown error",
                                                                      "insufficient permissions",
                                                                      "no permission",
                                                                      "requested functionality has been deprecated",
                                                                      "function not found",
                                                                      "not available",
                                                                      "unavailable",
                                                                      "unavail",
                                                                      "gpu requires reset",
                                                                      "gpu is lost",
                                                                      "not found",
                                                                      "unknown",
                                                                      "(null)",
                                                                      "null",
                                                                      "not applicable",
                                                                      "n/s",
                                                                      "invalid argument",
                                                                      "operation not supported",
                                                                      "permission denied",
                                                                      "no such device",
                                                                      "no such file or directory",
                                                                      "input/output error",
                                                                      "no data available",
                                                                      "device or resource busy"});
    const QByteArray word = bare(text).toLower();
    return word.startsWith("n/a (") ||
           std::any_of(kWords.begin(), kWords.end(), [&word](const char *other) { return word == other; }) ||
           isListOfNothing(text);
}

std::optional<Quantity> parseQuantity(QByteArrayView printed)
{
    const QByteArray text = bare(printed);
    const qsizetype size = numberLength(text);
    if (size == 0)
        return std::nullopt;
    QByteArray number = text.first(size).replace(',', '.');
    if (number.startsWith('+'))
        number.remove(0, 1);
    double value = 0;
    const auto [end, error] = std::from_chars(number.constData(), number.constData() + number.size(), value);
    const QByteArray unit = text.sliced(size).trimmed();
    if (error != std::errc() || end != number.constData() + number.size() || !isUnit(unit))
        return std::nullopt;
    return Quantity{value, unit};
}

double measured(QByteArrayView text, QByteArrayView headerUnit, Measure measure)
{
    const auto quantity = parseQuantity(text);
    if (!quantity)
        return kNaN;
    return inUnit(quantity->value, quantity->unit.isEmpty() ? headerUnit.toByteArray() : quantity->unit, measure);
}

std::optional<quint64> parseCounter(QByteArrayView text)
{
    const QByteArrayView digits = text.trimmed();
    quint64 value = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
    return error == std::errc() && end == digits.end() && !digits.isEmpty() ? std::optional(value) : std::nullopt;
}

Cell headerCell(const QByteArray &header)
{
    const QByteArray text = header.trimmed();
    const char open = text.endsWith(']') ? '[' : text.endsWith(')') ? '(' : '\0';
    const qsizetype at = open == '\0' ? -1 : text.lastIndexOf(open);
    if (at <= 0)
        return {text, {}, {}};
    return {text.first(at).trimmed(), text.sliced(at + 1, text.size() - at - 2).trimmed(), {}, text};
}

QList<QByteArray> splitCsv(const QByteArray &line, const QByteArray &separator)
{
    QList<QByteArray> fields;
    QByteArray field;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        // Only at its beginning does a quote enclose a field; elsewhere it is a part of it.
        if (line[i] == '"' && (quoted || field.trimmed().isEmpty())) {
            if (quoted && i + 1 < line.size() && line[i + 1] == '"')
                field += line[++i];
            else
                quoted = !quoted;
        } else if (!quoted && QByteArrayView(line).sliced(i).startsWith(separator)) {
            fields += field.trimmed();
            field.clear();
            i += separator.size() - 1;
        } else {
            field += line[i];
        }
    }
    fields += field.trimmed();
    return fields;
}

NamedValue namedValue(const QByteArray &name, const QByteArray &headerUnit, const QByteArray &text)
{
    NamedValue value{QString::fromUtf8(name), std::nullopt};
    if (isUnavailable(text))
        return value;
    QByteArray shown = text;
    if (!headerUnit.isEmpty() && text.endsWith(headerUnit) && parseQuantity(text))
        shown.chop(headerUnit.size());
    value.text = QString::fromUtf8(shown.trimmed());
    return value;
}

QList<QByteArray> plainLines(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\x1b') {
            if (i + 1 < text.size() && text[i + 1] == '[') {
                for (i += 2; i < text.size() && !(text[i] >= '@' && text[i] <= '~') && text[i] != '\n';)
                    ++i;
            }
        } else if (c != '\r' && c != '\0') {
            plain += c;
        }
    }
    return plain.split('\n');
}

bool looksLikeComplaint(const QByteArray &line)
{
    static constexpr std::array kStarts = std::to_array<const char *>({"unable to",
                                                                       "failed to",
                                                                       "failure",
                                                                       "error",
                                                                       "warning",
                                                                       "no devices",
                                                                       "no such",
                                                                       "no gpu",
                                                                       "field \"",
                                                                       "nvml:",
                                                                       "nvml error",
                                                                       "couldn't",
                                                                       "cannot",
                                                                       "can't",
                                                                       "could not",
                                                                       "insufficient",
                                                                       "invalid",
                                                                       "unknown option",
                                                                       "traceback",
                                                                       "exception",
                                                                       "permission denied",
                                                                       "option ",
                                                                       "not supported",
                                                                       "nvlink queries",
                                                                       "usage:",
                                                                       "srun: error",
                                                                       "slurmstepd: error",
                                                                       "bash: ",
                                                                       "sh: ",
                                                                       "/bin/sh",
                                                                       "segmentation fault",
                                                                       "[error]",
                                                                       "amdsmi",
                                                                       "rsmi",
                                                                       "gpu is lost",
                                                                       "nvidia-smi:",
                                                                       "rocm-smi:",
                                                                       "amd-smi:",
                                                                       "xpu-smi:",
                                                                       "hl-smi:",
                                                                       "dcgmi:",
                                                                       "sudo:",
                                                                       "cat: ",
                                                                       "grep: ",
                                                                       "srun: ",
                                                                       "timed out",
                                                                       "timeout",
                                                                       "device not",
                                                                       "no amd",
                                                                       "driver not"});
    const QByteArray text = line.trimmed().toLower();
    if (std::any_of(kStarts.begin(), kStarts.end(), [&text](const char *start) { return text.startsWith(start); }))
        return true;
    return text.contains(" has failed") || text.contains("command not found") || text.contains(" not supported") ||
           text.contains("permission denied") || text.contains("no such file") || text.contains("unable to ") ||
           text.contains("error:") || text.contains("failed to ") || text.contains("cannot open");
}

} // namespace paceline
