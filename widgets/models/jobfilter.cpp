// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/jobfilter.h"

#include <QHash>
#include <QStringMatcher>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

using Kind = FilterExpression::Kind;
using Op = FilterExpression::Op;
using Mask = std::vector<quint8>;

enum class Field { Id, Name, User, Account, Qos, Partition, State, Reason, Nodes, Gpus, Cpus, Elapsed, Limit };

std::optional<Field> fieldOf(const QString &name)
{
    static const QHash<QString, Field> kFields = {{QStringLiteral("id"), Field::Id},
                                                  {QStringLiteral("job"), Field::Id},
                                                  {QStringLiteral("name"), Field::Name},
                                                  {QStringLiteral("user"), Field::User},
                                                  {QStringLiteral("account"), Field::Account},
                                                  {QStringLiteral("qos"), Field::Qos},
                                                  {QStringLiteral("partition"), Field::Partition},
                                                  {QStringLiteral("state"), Field::State},
                                                  {QStringLiteral("reason"), Field::Reason},
                                                  {QStringLiteral("nodes"), Field::Nodes},
                                                  {QStringLiteral("gpus"), Field::Gpus},
                                                  {QStringLiteral("cpus"), Field::Cpus},
                                                  {QStringLiteral("elapsed"), Field::Elapsed},
                                                  {QStringLiteral("limit"), Field::Limit}};
    const auto it = kFields.constFind(name);
    return it == kFields.constEnd() ? std::nullopt : std::optional(*it);
}

bool isNumeric(Field field)
{
    return field >= Field::Nodes;
}

std::optional<FilterError> firstError(const FilterExpression &node)
{
    if (node.kind == Kind::Compare) {
        const std::optional<Field> field = fieldOf(node.field);
        if (!field)
            return FilterError{FilterError::What::UnknownField, 0, node.field};
        if (isNumeric(*field) && !node.isIncomplete && !filterNumber(node.value))
            return FilterError{FilterError::What::NotANumber, 0, node.value};
    }
    for (const FilterExpression &child : node.children) {
        if (const auto error = firstError(child))
            return error;
    }
    return std::nullopt;
}

template <class T>
bool compare(const T &a, Op op, const T &b)
{
    switch (op) {
    case Op::Equal:
        return a == b;
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
    case Op::Contains:
        break;
    }
    return a == b;
}

/// A comparison of texts, prepared once. Both sides are in lower case.
class TextTest
{
public:
    explicit TextTest(const FilterExpression &node)
        : m_node(node)
    {
        if (!node.regex.pattern().isEmpty())
            m_regex = node.regex;
        else if (node.value.contains(QLatin1Char('*')))
            m_regex = QRegularExpression(QRegularExpression::wildcardToRegularExpression(node.value));
    }
    bool operator()(QStringView text) const
    {
        if (!m_regex.pattern().isEmpty())
            return m_regex.match(text.toString()).hasMatch() != (m_node.op == Op::NotEqual);
        if (m_node.op == Op::Contains)
            return text.contains(m_node.value);
        return compare(text.compare(m_node.value), m_node.op, 0);
    }

private:
    const FilterExpression &m_node;
    QRegularExpression m_regex;
};

class Matcher
{
public:
    Matcher(const JobIndex &index, double nowS)
        : m_index(index)
        , m_rows(index.rows())
        , m_nowS(nowS)
    {
    }
    Mask match(const FilterExpression &node) const
    {
        switch (node.kind) {
        case Kind::All:
        case Kind::Any:
            return combined(node);
        case Kind::Not: {
            Mask mask = match(node.children.front());
            for (quint8 &m : mask)
                m = !m;
            return mask;
        }
        case Kind::Word:
            return anyText(node, [&](Mask &mask) { searchWord(node.value, mask); });
        case Kind::Regex:
            return anyText(node, [&](Mask &mask) { searchRegex(node.regex, mask); });
        case Kind::Compare:
            break;
        }
        return node.isIncomplete ? Mask(m_rows.size(), 1) : compared(node, *fieldOf(node.field));
    }

private:
    Mask combined(const FilterExpression &node) const
    {
        const bool all = node.kind == Kind::All;
        Mask mask(m_rows.size(), all);
        for (const FilterExpression &child : node.children) {
            const Mask part = match(child);
            for (std::size_t i = 0; i < mask.size(); ++i)
                mask[i] = all ? mask[i] & part[i] : mask[i] | part[i];
        }
        return mask;
    }
    /// Whether each entry of a dictionary fulfils the test; few, however many jobs there are.
    template <class Test>
    Mask entries(JobIndex::Word word, const Test &test) const
    {
        const QStringList &dictionary = m_index.dictionary(word);
        Mask mask(std::size_t(dictionary.size()));
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] = test(dictionary.at(qsizetype(i)).toLower());
        return mask;
    }
    /// A word or regex may stand in any text; search looks into names and ids.
    template <class Search>
    Mask anyText(const FilterExpression &node, const Search &search) const
    {
        Mask mask(m_rows.size(), 0);
        const auto test = [&](const QString &text) {
            return node.kind == Kind::Word ? text.contains(node.value) : node.regex.match(text).hasMatch();
        };
        for (int word = 0; word < JobIndex::kWords; ++word) {
            const Mask hits = entries(JobIndex::Word(word), test);
            if (std::find(hits.begin(), hits.end(), 1) == hits.end())
                continue;
            for (std::size_t i = 0; i < mask.size(); ++i)
                mask[i] |= hits[m_rows[i].words[std::size_t(word)]];
        }
        search(mask);
        return mask;
    }
    void searchWord(const QString &word, Mask &mask) const
    {
        const QStringMatcher matcher(word);
        std::size_t row = 0;
        for (qsizetype at = matcher.indexIn(m_index.text(), 0); at >= 0;) {
            row = rowAt(at, row);
            mask[row] = 1;
            if (++row == m_rows.size())
                return;
            at = matcher.indexIn(m_index.text(), m_rows[row].textAt);
        }
    }
    void searchRegex(const QRegularExpression &regex, Mask &mask) const
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (!mask[i])
                mask[i] =
                    regex.match(m_index.text().mid(m_rows[i].textAt, m_rows[i].textLength - 1).toString()).hasMatch();
        }
    }
    std::size_t rowAt(qsizetype position, std::size_t from) const
    {
        // The next hit is mostly near; beyond that a binary search.
        for (std::size_t near = from; near < std::min(from + 8, m_rows.size()); ++near) {
            if (position < qsizetype(m_rows[near].textAt + m_rows[near].textLength))
                return near;
        }
        const auto it =
            std::upper_bound(m_rows.begin() + std::ptrdiff_t(from), m_rows.end(), position,
                             [](qsizetype at, const JobIndex::Row &row) { return at < qsizetype(row.textAt); });
        return std::size_t(it - m_rows.begin()) - 1;
    }

    Mask compared(const FilterExpression &node, Field field) const
    {
        switch (field) {
        case Field::User:
            return byWord(node, JobIndex::User);
        case Field::Account:
            return byWord(node, JobIndex::Account);
        case Field::Qos:
            return byWord(node, JobIndex::Qos);
        case Field::Partition:
            return byWord(node, JobIndex::Partition);
        case Field::Reason:
            return byWord(node, JobIndex::Reason);
        case Field::State:
            return byState(node);
        case Field::Name:
            return byText(node, [this](const JobIndex::Row &row) { return m_index.name(row); });
        case Field::Id:
            return byText(node, [this](const JobIndex::Row &row) { return m_index.id(row); });
        case Field::Nodes:
            return byNumber(node, [](const JobIndex::Row &row) { return double(row.nodes); });
        case Field::Gpus:
            return byNumber(node, [](const JobIndex::Row &row) { return double(row.gpus); });
        case Field::Cpus:
            return byNumber(node, [](const JobIndex::Row &row) { return double(row.cpus); });
        case Field::Limit:
            return byNumber(node, [](const JobIndex::Row &row) { return row.limitS; });
        case Field::Elapsed:
            return byNumber(node, [this](const JobIndex::Row &row) {
                return row.stateRank < 5 ? m_nowS - row.startS : std::nan("");
            });
        }
        return Mask(m_rows.size(), 1);
    }
    Mask byWord(const FilterExpression &node, JobIndex::Word word) const
    {
        const TextTest test(node);
        const Mask hits = entries(word, test);
        Mask mask(m_rows.size());
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] = hits[m_rows[i].words[word]];
        return mask;
    }
    /// States answer to our words and to Slurm's: state=waiting, state=pending.
    Mask byState(const FilterExpression &node) const
    {
        FilterExpression ours = node;
        static const QHash<QString, QString> kSlurm = {{QStringLiteral("pending"), QStringLiteral("waiting")},
                                                       {QStringLiteral("pd"), QStringLiteral("waiting")},
                                                       {QStringLiteral("r"), QStringLiteral("running")},
                                                       {QStringLiteral("completed"), QStringLiteral("done")}};
        if (!m_index.dictionary(JobIndex::State).contains(node.value))
            ours.value = kSlurm.value(node.value, node.value);
        return byWord(ours, JobIndex::State);
    }
    template <class TextOf>
    Mask byText(const FilterExpression &node, const TextOf &textOf) const
    {
        const TextTest test(node);
        Mask mask(m_rows.size());
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] = test(textOf(m_rows[i]));
        return mask;
    }
    template <class NumberOf>
    Mask byNumber(const FilterExpression &node, const NumberOf &numberOf) const
    {
        const double wanted = *filterNumber(node.value);
        Mask mask(m_rows.size());
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] = compare(numberOf(m_rows[i]), node.op, wanted);
        return mask;
    }

    const JobIndex &m_index;
    const std::vector<JobIndex::Row> &m_rows;
    double m_nowS;
};

} // namespace

tl::expected<JobFilter, FilterError> JobFilter::parse(const QString &text)
{
    auto expression = parseFilter(text);
    if (!expression)
        return tl::unexpected<FilterError>(expression.error());
    if (const auto error = firstError(*expression))
        return tl::unexpected<FilterError>(*error);
    JobFilter filter;
    filter.m_expression = std::move(*expression);
    return filter;
}

bool JobFilter::isEmpty() const
{
    return m_expression.kind == Kind::All && m_expression.children.empty();
}

std::vector<quint8> JobFilter::match(const JobIndex &index, double nowS) const
{
    return Matcher(index, nowS).match(m_expression);
}

} // namespace paceline
