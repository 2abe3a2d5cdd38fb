// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/baselinequery.h"

#include "backends/core/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <string_view>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BaselineQuery)
};

using Kind = FilterExpression::Kind;
using Op = FilterExpression::Op;

struct Field
{
    QLatin1String name;
    QString (*text)(const Baseline &); ///< null: a number
    double (*number)(const BaselineRow &);
};

QString told(const std::optional<QString> &text)
{
    return text.value_or(QString());
}

const Field kFields[] = {
    {QLatin1String("benchmark"), [](const Baseline &r) { return r.benchmark; }, nullptr},
    {QLatin1String("metric"), [](const Baseline &r) { return r.metric; }, nullptr},
    {QLatin1String("accelerator"),
     [](const Baseline &r) { return r.acceleratorFamily ? *r.acceleratorFamily : told(r.accelerator); }, nullptr},
    {QLatin1String("submitter"), [](const Baseline &r) { return told(r.mlperf.submitter); }, nullptr},
    {QLatin1String("source"), [](const Baseline &r) { return told(r.source.name); }, nullptr},
    {QLatin1String("system"), [](const Baseline &r) { return told(r.system); }, nullptr},
    {QLatin1String("precision"), [](const Baseline &r) { return r.precisionKey ? *r.precisionKey : told(r.precision); },
     nullptr},
    {QLatin1String("framework"), [](const Baseline &r) { return told(r.framework); }, nullptr},
    {QLatin1String("round"), [](const Baseline &r) { return told(r.mlperf.round); }, nullptr},
    {QLatin1String("series"), [](const Baseline &r) { return told(r.series); }, nullptr},
    {QLatin1String("title"), [](const Baseline &r) { return r.source.title; }, nullptr},
    {QLatin1String("unit"), [](const Baseline &r) { return told(r.unit); }, nullptr},
    {QLatin1String("own"),
     [](const Baseline &r) { return r.kind == BaselineKind::Own ? QStringLiteral("yes") : QStringLiteral("no"); },
     nullptr},
    {QLatin1String("year"), nullptr,
     [](const BaselineRow &row) { return row.record->source.year ? double(*row.record->source.year) : std::nan(""); }},
    {QLatin1String("accelerators"), nullptr, [](const BaselineRow &row) { return row.accelerators; }},
    {QLatin1String("batch"), nullptr, [](const BaselineRow &row) { return row.batch; }},
    {QLatin1String("value"), nullptr, [](const BaselineRow &row) { return row.value; }},
    {QLatin1String("throughput"), nullptr, [](const BaselineRow &row) { return row.throughput; }},
    {QLatin1String("peraccelerator"), nullptr, [](const BaselineRow &row) { return row.perAccelerator(); }},
};

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

} // namespace

tl::expected<BaselineQuery::Part, FilterError> BaselineQuery::bound(const FilterExpression &expression)
{
    Part part;
    part.kind = expression.kind;
    part.op = expression.op;
    part.isIncomplete = expression.isIncomplete;
    part.value = expression.value;
    part.word = expression.value.toUtf8();
    part.regex = expression.regex;
    if (expression.kind == Kind::Compare) {
        const auto field = std::find_if(std::begin(kFields), std::end(kFields),
                                        [&](const Field &known) { return expression.field == known.name; });
        if (field == std::end(kFields))
            return tl::unexpected<FilterError>({FilterError::What::UnknownField, 0, expression.field});
        part.field = int(field - std::begin(kFields));
        if (!field->text && !part.isIncomplete) {
            const auto number = filterNumber(expression.value);
            if (!number)
                return tl::unexpected<FilterError>({FilterError::What::NotANumber, 0, expression.value});
            part.number = *number;
        }
        if (part.regex.pattern().isEmpty() && part.value.contains(u'*'))
            part.regex = QRegularExpression(QRegularExpression::wildcardToRegularExpression(part.value),
                                            QRegularExpression::CaseInsensitiveOption);
    }
    for (const FilterExpression &child : expression.children) {
        auto inner = bound(child);
        if (!inner)
            return inner;
        part.children.push_back(std::move(*inner));
    }
    return part;
}

tl::expected<BaselineQuery, FilterError> BaselineQuery::parse(const QString &text)
{
    const auto expression = parseFilter(text);
    if (!expression)
        return tl::unexpected<FilterError>(expression.error());
    auto root = bound(*expression);
    if (!root)
        return tl::unexpected<FilterError>(root.error());
    BaselineQuery query;
    query.m_root = std::move(*root);
    return query;
}

bool BaselineQuery::isEmpty() const
{
    return m_root.kind == Kind::All && m_root.children.empty();
}

bool BaselineQuery::matches(const BaselineRow &row) const
{
    return matches(m_root, row);
}

bool BaselineQuery::matches(const Part &part, const BaselineRow &row)
{
    const auto inner = [&row](const Part &child) { return matches(child, row); };
    switch (part.kind) {
    case Kind::All:
        return std::all_of(part.children.begin(), part.children.end(), inner);
    case Kind::Any:
        return std::any_of(part.children.begin(), part.children.end(), inner);
    case Kind::Not:
        return !inner(part.children.front());
    case Kind::Word:
        return std::string_view(row.words.constData(), std::size_t(row.words.size()))
                   .find(std::string_view(part.word.constData(), std::size_t(part.word.size()))) !=
               std::string_view::npos;
    case Kind::Regex:
        return part.regex.match(QString::fromUtf8(row.words)).hasMatch();
    case Kind::Compare:
        break;
    }
    return part.isIncomplete || compares(part, row);
}

bool BaselineQuery::compares(const Part &part, const BaselineRow &row)
{
    const Field &field = kFields[part.field];
    if (!field.text)
        return compare(field.number(row), part.op, part.number);
    const QString text = field.text(*row.record);
    const bool isNegated = part.op == Op::NotEqual;
    if (text.isEmpty())
        return isNegated;
    if (!part.regex.pattern().isEmpty())
        return part.regex.match(text).hasMatch() != isNegated;
    if (part.op == Op::Contains)
        return text.contains(part.value, Qt::CaseInsensitive);
    return compare(text.compare(part.value, Qt::CaseInsensitive), part.op, 0);
}

QString describeBaselineQuery(const FilterError &error)
{
    if (error.what != FilterError::What::UnknownField)
        return describe(error);
    QStringList names;
    for (const Field &field : kFields)
        names.append(field.name);
    return Words::tr("There is no field \"%1\". Fields: %2.")
        .arg(displayText(error.text, 60), names.join(QStringLiteral(", ")));
}

} // namespace paceline
