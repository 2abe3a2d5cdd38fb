// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/nodefilter.h"

#include "backends/core/text.h"
#include "widgets/models/nodelook.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NodeFilter)
};

using Kind = FilterExpression::Kind;
using Op = FilterExpression::Op;
using Mask = std::vector<quint8>;

enum class Field {
    Name,
    State,
    Partition,
    Feature,
    Reason,
    Gpu,
    Cpus,
    Load,
    Memory,
    Gpus,
    FreeCpus,
    FreeMem,
    FreeGpus
};

struct FieldName
{
    QLatin1String name;
    Field field;
};
constexpr FieldName kFields[] = {
    {QLatin1String("name"), Field::Name},           {QLatin1String("node"), Field::Name},
    {QLatin1String("nodes"), Field::Name},          {QLatin1String("state"), Field::State},
    {QLatin1String("partition"), Field::Partition}, {QLatin1String("feature"), Field::Feature},
    {QLatin1String("reason"), Field::Reason},       {QLatin1String("gpu"), Field::Gpu},
    {QLatin1String("cpus"), Field::Cpus},           {QLatin1String("load"), Field::Load},
    {QLatin1String("memory"), Field::Memory},       {QLatin1String("gpus"), Field::Gpus},
    {QLatin1String("freecpus"), Field::FreeCpus},   {QLatin1String("freemem"), Field::FreeMem},
    {QLatin1String("freegpus"), Field::FreeGpus}};

std::optional<Field> fieldOf(const QString &name)
{
    for (const FieldName &known : kFields) {
        if (name == known.name)
            return known.field;
    }
    return std::nullopt;
}

bool isNumeric(Field field)
{
    return field >= Field::Cpus;
}

std::optional<FilterError> firstError(const FilterExpression &part)
{
    if (part.kind == Kind::Compare) {
        const std::optional<Field> field = fieldOf(part.field);
        if (!field)
            return FilterError{FilterError::What::UnknownField, 0, part.field};
        if (isNumeric(*field) && !part.isIncomplete && !filterNumber(part.value))
            return FilterError{FilterError::What::NotANumber, 0, part.value};
    }
    for (const FilterExpression &child : part.children) {
        if (const auto error = firstError(child))
            return error;
    }
    return std::nullopt;
}

ushort lowered(QChar c)
{
    const ushort code = c.unicode();
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? ushort(code + 32) : code;
    return c.toLower().unicode();
}

/// Qt's search without case costs ten times as much on such short texts, and there are 50,000 of them.
bool containsLowered(QStringView text, QStringView word)
{
    if (word.isEmpty())
        return true;
    const ushort first = word.front().unicode();
    for (qsizetype at = 0; at + word.size() <= text.size(); ++at) {
        if (lowered(text[at]) != first)
            continue;
        qsizetype i = 1;
        while (i < word.size() && lowered(text[at + i]) == word[i].unicode())
            ++i;
        if (i == word.size())
            return true;
    }
    return false;
}

int compareLowered(QStringView text, QStringView word)
{
    const qsizetype size = std::min(text.size(), word.size());
    for (qsizetype i = 0; i < size; ++i) {
        const int difference = int(lowered(text[i])) - int(word[i].unicode());
        if (difference != 0)
            return difference;
    }
    return text.size() < word.size() ? -1 : text.size() > word.size() ? 1 : 0;
}

template <class T>
bool compare(T a, Op op, T b)
{
    switch (op) {
    case Op::NotEqual:
        return a != b;
    case Op::Less:
        return a < b;
    case Op::LessEqual:
        return a <= b;
    case Op::Greater:
        return a > b;
    case Op::GreaterEqual:
        return a >= b;
    case Op::Equal:
    case Op::Contains:
        break;
    }
    return a == b;
}

/// A comparison of texts, prepared once. The value is in lower case, the texts are as they come.
class TextTest
{
public:
    explicit TextTest(const FilterExpression &part)
        : m_part(part)
    {
        if (!part.regex.pattern().isEmpty())
            m_regex = part.regex;
        else if (part.value.contains(QLatin1Char('*')))
            m_regex = QRegularExpression(QRegularExpression::wildcardToRegularExpression(part.value),
                                         QRegularExpression::CaseInsensitiveOption);
    }
    bool isNegated() const { return m_part.op == Op::NotEqual; }
    /// As if the operator were "=" where it is "!=": of several words none may match then.
    bool holds(QStringView text) const
    {
        if (!m_regex.pattern().isEmpty())
            return m_regex.match(text.toString()).hasMatch();
        if (m_part.op == Op::Contains)
            return containsLowered(text, m_part.value);
        return compare(compareLowered(text, m_part.value), isNegated() ? Op::Equal : m_part.op, 0);
    }

private:
    const FilterExpression &m_part;
    QRegularExpression m_regex;
};

double numberOf(const Node &node, Field field)
{
    constexpr double kGiB = 1024; // MiB
    const double nan = std::nan("");
    switch (field) {
    case Field::Cpus:
        return node.cpus;
    case Field::Load:
        return node.cpuLoad.value_or(nan);
    case Field::Memory:
        return double(node.memoryMiB) / kGiB;
    case Field::Gpus:
        return node.gpus;
    case Field::FreeCpus:
        return node.cpus - node.cpusAlloc;
    case Field::FreeMem:
        return node.freeMemoryMiB ? double(*node.freeMemoryMiB) / kGiB : nan;
    case Field::FreeGpus:
        return node.gpusAlloc || node.gpus == 0 ? node.gpus - node.gpusAlloc.value_or(0) : nan;
    default:
        return nan;
    }
}

class Matcher
{
public:
    explicit Matcher(const NodeList &nodes)
        : m_nodes(nodes.nodes)
    {
        for (int mark = 0; mark < kNodeMarks; ++mark)
            m_marks[std::size_t(mark)] = markText(NodeMark(mark));
    }
    Mask match(const FilterExpression &part) const
    {
        switch (part.kind) {
        case Kind::All:
        case Kind::Any:
            return combined(part);
        case Kind::Not: {
            Mask mask = match(part.children.front());
            for (quint8 &m : mask)
                m = !m;
            return mask;
        }
        case Kind::Word:
            return each([&](const Node &node) {
                return anyText(node, [&](QStringView text) { return containsLowered(text, part.value); });
            });
        case Kind::Regex:
            return each([&](const Node &node) {
                return anyText(node, [&](QStringView text) { return part.regex.match(text.toString()).hasMatch(); });
            });
        case Kind::Compare:
            break;
        }
        return part.isIncomplete ? Mask(m_nodes.size(), 1) : compared(part, *fieldOf(part.field));
    }

private:
    template <class Test>
    Mask each(const Test &test) const
    {
        Mask mask(m_nodes.size());
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] = test(*m_nodes[i]);
        return mask;
    }
    Mask combined(const FilterExpression &part) const
    {
        const bool all = part.kind == Kind::All;
        Mask mask(m_nodes.size(), all);
        for (const FilterExpression &child : part.children) {
            const Mask one = match(child);
            for (std::size_t i = 0; i < mask.size(); ++i)
                mask[i] = all ? mask[i] & one[i] : mask[i] | one[i];
        }
        return mask;
    }
    const QString &markOfNode(const Node &node) const { return m_marks[std::size_t(markOf(node))]; }

    template <class Test>
    bool anyText(const Node &node, const Test &test) const
    {
        return test(node.name.value) || test(node.stateText) || test(markOfNode(node)) ||
               (!node.reason.isEmpty() && test(node.reason)) ||
               std::any_of(node.partitions.begin(), node.partitions.end(), test) ||
               std::any_of(node.features.begin(), node.features.end(), test) ||
               std::any_of(node.gpuTypes.keyBegin(), node.gpuTypes.keyEnd(), test);
    }
    Mask compared(const FilterExpression &part, Field field) const
    {
        if (isNumeric(field)) {
            const double wanted = *filterNumber(part.value);
            return each([&](const Node &node) { return compare(numberOf(node, field), part.op, wanted); });
        }
        const TextTest test(part);
        return each([&](const Node &node) { return holds(node, field, test) != test.isNegated(); });
    }
    bool holds(const Node &node, Field field, const TextTest &test) const
    {
        const auto any = [&test](const auto &begin, const auto &end) {
            return std::any_of(begin, end, [&test](const QString &text) { return test.holds(text); });
        };
        switch (field) {
        case Field::Name:
            return test.holds(node.name.value);
        case Field::State: // our word, Slurm's whole text, or one of Slurm's words
            return test.holds(markOfNode(node)) || test.holds(node.stateText) ||
                   test.holds(QStringView(node.stateText).left(node.stateText.indexOf(u'+'))) ||
                   any(node.flags.begin(), node.flags.end());
        case Field::Partition:
            return any(node.partitions.begin(), node.partitions.end());
        case Field::Feature:
            return any(node.features.begin(), node.features.end());
        case Field::Reason:
            return test.holds(node.reason);
        case Field::Gpu:
            return any(node.gpuTypes.keyBegin(), node.gpuTypes.keyEnd());
        default:
            return false;
        }
    }

    const std::vector<std::shared_ptr<const Node>> &m_nodes;
    std::array<QString, kNodeMarks> m_marks;
};

} // namespace

tl::expected<NodeFilter, FilterError> NodeFilter::parse(const QString &text)
{
    auto expression = parseFilter(text);
    if (!expression)
        return tl::unexpected<FilterError>(expression.error());
    if (const auto error = firstError(*expression))
        return tl::unexpected<FilterError>(*error);
    NodeFilter filter;
    filter.m_expression = std::move(*expression);
    return filter;
}

bool NodeFilter::isEmpty() const
{
    return m_expression.kind == Kind::All && m_expression.children.empty();
}

std::vector<quint8> NodeFilter::match(const NodeList &nodes) const
{
    return Matcher(nodes).match(m_expression);
}

QString describeNodeFilter(const FilterError &error)
{
    if (error.what != FilterError::What::UnknownField)
        return describe(error);
    return Words::tr("There is no field \"%1\". Fields: name, state, partition, feature, reason, gpu, cpus, load, "
                     "memory, gpus, freecpus, freemem, freegpus.")
        .arg(displayText(error.text, 60));
}

} // namespace paceline
