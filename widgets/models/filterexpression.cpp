// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/filterexpression.h"

#include "backends/core/text.h"

#include <QCoreApplication>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

using Parsed = tl::expected<FilterExpression, FilterError>;
using Kind = FilterExpression::Kind;
using Op = FilterExpression::Op;

constexpr int kMaxDepth = 32; // typed by hand: deeper nesting is a pasted accident

class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {
    }

    Parsed parse()
    {
        Parsed whole = any(0);
        skipBlanks();
        if (whole && m_at < m_text.size())
            return fail(FilterError::What::UnexpectedText, m_text.mid(m_at, 1));
        return whole;
    }

private:
    tl::unexpected<FilterError> fail(FilterError::What what, const QString &text = {}) const
    {
        return tl::unexpected<FilterError>(FilterError{what, m_at, text});
    }
    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }
    QChar peek() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool take(char c)
    {
        skipBlanks();
        if (peek() != QLatin1Char(c))
            return false;
        ++m_at;
        return true;
    }
    bool isAtEndOf(Kind kind)
    {
        skipBlanks();
        return m_at >= m_text.size() || peek() == QLatin1Char(')') || (kind == Kind::All && peek() == QLatin1Char('|'));
    }

    Parsed any(int depth)
    {
        FilterExpression node;
        node.kind = Kind::Any;
        do {
            Parsed part = all(depth);
            if (!part)
                return part;
            node.children.push_back(std::move(*part));
        } while (take('|'));
        return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
    }
    Parsed all(int depth)
    {
        FilterExpression node;
        while (!isAtEndOf(Kind::All)) {
            if (take('&'))
                continue;
            Parsed part = term(depth);
            if (!part)
                return part;
            node.children.push_back(std::move(*part));
        }
        return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
    }
    Parsed term(int depth)
    {
        if (depth >= kMaxDepth)
            return fail(FilterError::What::UnexpectedText, m_text.mid(m_at, 8));
        if (take('!'))
            return negated(depth);
        if (take('(')) {
            Parsed inner = any(depth + 1);
            if (inner && !take(')') && m_at < m_text.size())
                return fail(FilterError::What::UnclosedParenthesis);
            return inner;
        }
        if (peek() == QLatin1Char('/'))
            return regexTerm();
        return wordOrComparison();
    }
    Parsed negated(int depth)
    {
        FilterExpression node;
        if (isAtEndOf(Kind::All))
            return node; // "!" alone restricts nothing yet
        Parsed inner = term(depth + 1);
        if (!inner)
            return inner;
        if (inner->isIncomplete)
            return node;
        node.kind = Kind::Not;
        node.children.push_back(std::move(*inner));
        return node;
    }
    Parsed regexTerm()
    {
        FilterExpression node;
        node.kind = Kind::Regex;
        const auto regex = readRegex();
        if (!regex)
            return tl::unexpected<FilterError>(regex.error());
        node.regex = *regex;
        return node;
    }
    tl::expected<QRegularExpression, FilterError> readRegex()
    {
        QString pattern;
        for (++m_at; m_at < m_text.size() && peek() != QLatin1Char('/'); ++m_at) {
            if (peek() == QLatin1Char('\\') && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == QLatin1Char('/'))
                ++m_at;
            pattern += peek();
        }
        m_at = std::min(m_at + 1, m_text.size());
        QRegularExpression regex(pattern,
                                 QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
        if (!regex.isValid())
            return fail(FilterError::What::BadRegex, regex.errorString());
        regex.optimize();
        return regex;
    }
    QString readWord()
    {
        if (peek() == QLatin1Char('"')) {
            const qsizetype end = m_text.indexOf(QLatin1Char('"'), m_at + 1);
            const QString word = end < 0 ? m_text.mid(m_at + 1) : m_text.mid(m_at + 1, end - m_at - 1);
            m_at = end < 0 ? m_text.size() : end + 1;
            return word;
        }
        const qsizetype start = m_at;
        static const QString kEnds = QStringLiteral("&|()=<>~!\"");
        while (m_at < m_text.size() && !peek().isSpace() && !kEnds.contains(peek()))
            ++m_at;
        return m_text.mid(start, m_at - start);
    }
    std::optional<Op> readOp()
    {
        struct Spelling
        {
            const char *text;
            Op op;
        };
        static constexpr Spelling kOps[] = {{"!=", Op::NotEqual}, {"<=", Op::LessEqual}, {">=", Op::GreaterEqual},
                                            {"==", Op::Equal},    {"=", Op::Equal},      {"<", Op::Less},
                                            {">", Op::Greater},   {"~", Op::Contains}};
        skipBlanks();
        for (const Spelling &spelling : kOps) {
            const QLatin1String op(spelling.text);
            if (QStringView(m_text).mid(m_at).startsWith(op)) {
                m_at += op.size();
                return spelling.op;
            }
        }
        return std::nullopt;
    }
    Parsed wordOrComparison()
    {
        FilterExpression node;
        const qsizetype start = m_at;
        const QString word = readWord();
        if (word.isEmpty() && m_at == start)
            return fail(FilterError::What::UnexpectedText, m_text.mid(m_at, 1));
        node.kind = Kind::Word;
        node.value = word.toLower();
        const qsizetype afterWord = m_at;
        const std::optional<Op> op = readOp();
        if (!op) {
            m_at = afterWord;
            return node;
        }
        node.kind = Kind::Compare;
        node.op = *op;
        node.field = node.value;
        skipBlanks();
        if (peek() == QLatin1Char('/')) {
            const auto regex = readRegex();
            if (!regex)
                return tl::unexpected<FilterError>(regex.error());
            node.regex = *regex;
            return node;
        }
        node.value = readWord().toLower();
        node.isIncomplete = node.value.isEmpty();
        return node;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

tl::expected<FilterExpression, FilterError> parseFilter(const QString &text)
{
    return Parser(text).parse();
}

std::optional<double> filterNumber(const QString &value)
{
    QString digits = value;
    double factor = 1;
    if (digits.endsWith(QLatin1Char('s')))
        digits.chop(1);
    else if (digits.endsWith(QLatin1Char('m')))
        factor = 60, digits.chop(1);
    else if (digits.endsWith(QLatin1Char('h')))
        factor = 3600, digits.chop(1);
    else if (digits.endsWith(QLatin1Char('d')))
        factor = 86400, digits.chop(1);
    bool ok = false;
    const double number = digits.toDouble(&ok);
    return ok ? std::optional(number * factor) : std::nullopt;
}

QString describe(const FilterError &error)
{
    const QString text = displayText(error.text, 60);
    switch (error.what) {
    case FilterError::What::UnexpectedEnd:
        return Words::tr("The filter ends too early.");
    case FilterError::What::UnexpectedText:
        return Words::tr("\"%1\" is not expected here.").arg(text);
    case FilterError::What::UnclosedParenthesis:
        return Words::tr("A closing parenthesis is missing.");
    case FilterError::What::BadRegex:
        return Words::tr("Not a regular expression: %1").arg(text);
    case FilterError::What::UnknownField:
        return Words::tr("There is no field \"%1\". Fields: id, name, user, account, qos, partition, state, reason, "
                         "nodes, gpus, cpus, "
                         "elapsed, limit.")
            .arg(text);
    case FilterError::What::NotANumber:
        return Words::tr("\"%1\" is not a number.").arg(text);
    }
    return {};
}

} // namespace paceline
