// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/patternjson.h"

#include "backends/parsers/logs/patternline.h"
#include "backends/parsers/logs/patternset.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace paceline::logs {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr int kMaxDepth = 6;
constexpr std::size_t kMaxName = 200, kMaxUnit = 40, kMaxParts = 2000;
constexpr char kHead[] = "paceline_patterns";

constexpr std::pair<NumberRole, const char *> kRoles[] = {
    {NumberRole::Metric, "metric"},
    {NumberRole::Step, "step"},
    {NumberRole::TotalSteps, "total_steps"},
    {NumberRole::StepInEpoch, "step_in_epoch"},
    {NumberRole::StepsPerEpoch, "steps_per_epoch"},
    {NumberRole::Epoch, "epoch"},
    {NumberRole::TotalEpochs, "total_epochs"},
    {NumberRole::Samples, "samples"},
    {NumberRole::Elapsed, "elapsed"},
};
constexpr std::pair<PatternPart::Kind, const char *> kKinds[] = {
    {PatternPart::Kind::Number, "number"}, {PatternPart::Kind::Time, "time"}, {PatternPart::Kind::Path, "path"},
    {PatternPart::Kind::Code, "code"},     {PatternPart::Kind::Word, "word"}, {PatternPart::Kind::Bar, "bar"},
    {PatternPart::Kind::Rest, "rest"},
};

/// What a reader refuses is thrown within this file alone.
struct Refusal
{
    ErrorKind kind;
    std::string what;
};

[[noreturn]] void refuse(const std::string &what, ErrorKind kind = ErrorKind::Malformed)
{
    throw Refusal{kind, what};
}

/// An object of which every key must be asked for.
class Object
{
public:
    Object(const Json &json, const char *what)
        : m_json(json)
        , m_what(what)
    {
        if (!json.is_object())
            refuse(std::string(what) + " is no object");
    }

    const Json *find(const char *key)
    {
        const auto at = m_json.find(key);
        m_seen += at != m_json.end();
        return at != m_json.end() ? &*at : nullptr;
    }

    QString text(const char *key, std::size_t limit, bool isName = true)
    {
        const Json *found = find(key);
        if (!found)
            return {};
        if (!found->is_string())
            refuse(std::string(key) + " is no text");
        const auto &bytes = found->get_ref<const std::string &>();
        if (bytes.size() > limit)
            refuse(std::string(key) + " is too long", ErrorKind::TooLarge);
        const QString made = QString::fromStdString(bytes);
        const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
        if (isName && std::any_of(made.begin(), made.end(), isControl))
            refuse(std::string(key) + " holds a control character");
        return made;
    }

    const Json &array(const char *key, std::size_t limit)
    {
        static const Json none = Json::array();
        const Json *found = find(key);
        if (!found)
            return none;
        if (!found->is_array())
            refuse(std::string(key) + " is no list");
        if (found->size() > limit)
            refuse(std::string(key) + " is too long", ErrorKind::TooLarge);
        return *found;
    }

    /// Nothing is in it that was not asked for.
    void end() const
    {
        if (m_seen != m_json.size())
            refuse(std::string("unknown key in ") + m_what);
    }

private:
    const Json &m_json;
    const char *m_what;
    std::size_t m_seen = 0;
};

PatternNumber readNumber(const Json &json)
{
    Object object(json, "number");
    PatternNumber number;
    const QString role = object.text("role", kMaxName);
    const auto known = std::find_if(std::begin(kRoles), std::end(kRoles),
                                    [&](const auto &r) { return role == QLatin1String(r.second); });
    if (known == std::end(kRoles))
        refuse("unknown role");
    number.role = known->first;
    number.name = object.text("name", kMaxName);
    number.unit = object.text("unit", kMaxUnit);
    number.canon = object.text("canon", kMaxName);
    object.end();
    return number;
}

PatternPart readPart(const Json &json, std::size_t numbers, int &nextNumber)
{
    Object object(json, "part");
    PatternPart part;
    if (object.find("text")) {
        Object again(json, "part");
        part.text = again.text("text", kMaxPatternLine, false);
        again.end();
        return part;
    }
    const QString kind = object.text("any", kMaxName);
    const auto known = std::find_if(std::begin(kKinds), std::end(kKinds),
                                    [&](const auto &k) { return kind == QLatin1String(k.second); });
    if (known == std::end(kKinds))
        refuse("unknown part");
    part.kind = known->first;
    if (const Json *number = object.find("number")) {
        const bool mayBeRead = part.kind == PatternPart::Kind::Number || part.kind == PatternPart::Kind::Time;
        if (!mayBeRead || !number->is_number_unsigned() || number->get<std::size_t>() != std::size_t(nextNumber) ||
            std::size_t(nextNumber) >= numbers)
            refuse("the numbers of the parts do not fit");
        part.number = nextNumber++;
    }
    object.end();
    return part;
}

LogPattern readPattern(const Json &json)
{
    Object object(json, "pattern");
    LogPattern pattern;
    pattern.name = object.text("name", kMaxName);
    if (pattern.name.trimmed().isEmpty())
        refuse("a pattern without a name");
    if (const Json *on = object.find("on")) {
        if (!on->is_boolean())
            refuse("on is neither true nor false");
        pattern.isOn = on->get<bool>();
    }
    pattern.example = object.text("example", 4 * kMaxPatternLine, false);
    pattern.expression = object.text("expression", std::size_t(PatternSet::kMaxExpression), false);
    for (const Json &number : object.array("numbers", PatternSet::kMaxNumbers))
        pattern.numbers.push_back(readNumber(number));
    int nextNumber = 0;
    for (const Json &part : object.array("parts", kMaxParts))
        pattern.parts.push_back(readPart(part, pattern.numbers.size(), nextNumber));
    object.end();
    if (pattern.parts.empty() == pattern.expression.isEmpty())
        refuse("a pattern has either parts or an expression");
    if (const auto sound = PatternSet::check(pattern); !sound)
        refuse(sound.error().detail.toStdString(), sound.error().kind);
    return pattern;
}

/// The tree of a text that is JSON and not too deep.
Json parsed(const QByteArray &bytes)
{
    bool isTooDeep = false;
    const Json::parser_callback_t watch = [&](int depth, Json::parse_event_t, Json &) {
        isTooDeep = isTooDeep || depth > kMaxDepth;
        return !isTooDeep;
    };
    Json json = Json::parse(bytes.begin(), bytes.end(), watch, false);
    if (json.is_discarded() || isTooDeep)
        refuse(isTooDeep ? "nested too deeply" : "no JSON");
    return json;
}

std::vector<LogPattern> readAll(const QByteArray &bytes)
{
    const Json json = parsed(bytes);
    Object object(json, "file");
    const Json *version = object.find(kHead);
    if (!version || !version->is_number_unsigned())
        refuse("no patterns of Paceline");
    if (version->get<quint64>() > quint64(kVersion))
        refuse("version " + version->dump(), ErrorKind::Unsupported);
    std::vector<LogPattern> patterns;
    for (const Json &pattern : object.array("patterns", PatternSet::kMaxPatterns))
        patterns.push_back(readPattern(pattern));
    object.end();
    return patterns;
}

Json numberJson(const PatternNumber &number)
{
    Json made = Json::object();
    const auto role =
        std::find_if(std::begin(kRoles), std::end(kRoles), [&](const auto &r) { return r.first == number.role; });
    made["role"] = role != std::end(kRoles) ? role->second : "metric";
    const auto put = [&](const char *key, const QString &text) {
        if (!text.isEmpty())
            made[key] = text.toStdString();
    };
    put("name", number.name);
    put("unit", number.unit);
    put("canon", number.canon);
    return made;
}

Json partJson(const PatternPart &part)
{
    Json made = Json::object();
    if (part.kind == PatternPart::Kind::Text) {
        made["text"] = part.text.toStdString();
        return made;
    }
    const auto kind =
        std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto &k) { return k.first == part.kind; });
    made["any"] = kind->second;
    if (part.number >= 0)
        made["number"] = part.number;
    return made;
}

} // namespace

Result<std::vector<LogPattern>> readPatterns(const QByteArray &json)
{
    if (json.size() > kMaxPatternFile)
        return failure(ErrorKind::TooLarge, QStringLiteral("%1 bytes").arg(json.size()));
    try {
        return readAll(json);
    } catch (const Refusal &refusal) {
        return failure(refusal.kind, QString::fromStdString(refusal.what));
    } catch (const std::exception &error) {
        return failure(ErrorKind::Malformed, QString::fromUtf8(error.what()));
    }
}

QByteArray patternsJson(const std::vector<LogPattern> &patterns)
{
    Json list = Json::array();
    for (const LogPattern &pattern : patterns) {
        Json made = Json::object();
        made["name"] = pattern.name.toStdString();
        made["on"] = pattern.isOn;
        if (!pattern.example.isEmpty())
            made["example"] = pattern.example.toStdString();
        if (!pattern.expression.isEmpty())
            made["expression"] = pattern.expression.toStdString();
        made["numbers"] = Json::array();
        for (const PatternNumber &number : pattern.numbers)
            made["numbers"].push_back(numberJson(number));
        if (pattern.expression.isEmpty()) {
            made["parts"] = Json::array();
            for (const PatternPart &part : pattern.parts)
                made["parts"].push_back(partJson(part));
        }
        list.push_back(std::move(made));
    }
    Json file = Json::object();
    file[kHead] = kVersion;
    file["patterns"] = std::move(list);
    return QByteArray::fromStdString(file.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace paceline::logs
