// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/filterexpression.h"

#include <QTest>

using namespace paceline;

namespace {

/// The tree as text: (& a b), (| a b), !a, field op value, "word", /regex/.
QString written(const FilterExpression &node)
{
    static const char *kOps[] = {"=", "!=", "<", "<=", ">", ">=", "~"};
    switch (node.kind) {
    case FilterExpression::Kind::All:
    case FilterExpression::Kind::Any: {
        QString text = node.kind == FilterExpression::Kind::All ? QStringLiteral("(&") : QStringLiteral("(|");
        for (const FilterExpression &child : node.children)
            text += QLatin1Char(' ') + written(child);
        return text + QLatin1Char(')');
    }
    case FilterExpression::Kind::Not:
        return QLatin1Char('!') + written(node.children.front());
    case FilterExpression::Kind::Word:
        return QLatin1Char('"') + node.value + QLatin1Char('"');
    case FilterExpression::Kind::Regex:
        return QLatin1Char('/') + node.regex.pattern() + QLatin1Char('/');
    case FilterExpression::Kind::Compare:
        break;
    }
    const QString value =
        node.regex.pattern().isEmpty() ? node.value : QLatin1Char('/') + node.regex.pattern() + QLatin1Char('/');
    return node.field + QLatin1String(kOps[int(node.op)]) + value;
}

} // namespace

class TestFilterExpression : public QObject
{
    Q_OBJECT
private slots:
    void grammar_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char *text, const char *tree) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tree);
        };
        row("", "(&)");
        row("   ", "(&)");
        row("ResNet", "\"resnet\"");
        row("user=alice", "user=alice");
        row("util<5 & user=alice", "(& util<5 user=alice)");
        row("gpu state=waiting", "(& \"gpu\" state=waiting)");
        row("a | b c", "(| \"a\" (& \"b\" \"c\"))");
        row("(a | b) c", "(& (| \"a\" \"b\") \"c\")");
        row("!partition=debug", "!partition=debug");
        row("nodes >= 8", "nodes>=8");
        row("name~net", "name~net");
        row("12:05", "\"12:05\"");
        row("name~/^res\\d+/", "name~/^res\\d+/");
        row("/a\\/b|c/", "/a/b|c/");
        row("\"two words\"", "\"two words\"");
        row("name=\"two words\"", "name=two words");
        row("user=", "user=");
        row("user= & a", "(& user= \"a\")");
        row("!", "(&)");
        row("!user=", "(&)");
        row("(a", "\"a\"");
        row("7_[6,9%2]", "\"7_[6,9%2]\"");
        row("<b>", "");
    }
    void grammar()
    {
        QFETCH(QString, text);
        QFETCH(QString, tree);
        const auto filter = parseFilter(text);
        QCOMPARE(filter ? written(*filter) : QString(), tree);
    }
    void errors_tellWhatAndWhere()
    {
        const auto what = [](const char *text) { return parseFilter(QString::fromUtf8(text)).error().what; };
        QCOMPARE(what("/[/"), FilterError::What::BadRegex);
        QCOMPARE(what("a)"), FilterError::What::UnexpectedText);
        QCOMPARE(what("=alice"), FilterError::What::UnexpectedText);
        QVERIFY(!describe(parseFilter(QStringLiteral("/[/")).error()).isEmpty());
    }
    void everyPrefixOfAnything_givesATreeOrAnError()
    {
        const QString text = QStringLiteral("!(a|/b\\/[c]/)&name~\"x y\"|((nodes>=8 & user!=bob))<=>!!~:/");
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const auto filter = parseFilter(text.left(length));
            QVERIFY(filter || !describe(filter.error()).isEmpty());
        }
    }
    void deepNesting_isRefusedNotFollowed()
    {
        QVERIFY(!parseFilter(QString(100'000, QLatin1Char('('))));
        QVERIFY(!parseFilter(QString(100'000, QLatin1Char('!')) + QLatin1Char('a')));
    }
    void numbers_knowSpansOfTime()
    {
        QCOMPARE(filterNumber(QStringLiteral("12")), 12.0);
        QCOMPARE(filterNumber(QStringLiteral("1.5h")), 5400.0);
        QCOMPARE(filterNumber(QStringLiteral("2d")), 172800.0);
        QVERIFY(!filterNumber(QStringLiteral("many")));
        QVERIFY(!filterNumber(QString()));
    }
};

QTEST_GUILESS_MAIN(TestFilterExpression)
#include "tst_filterexpression.moc"
