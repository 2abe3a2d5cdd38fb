// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/patternjson.h"
#include "backends/parsers/logs/patternline.h"
#include "backends/parsers/logs/patternset.h"

#include <QTest>

using namespace paceline;

namespace {

LogPattern sample()
{
    const PatternLine line =
        logs::lookAtLine("it 40/1000 (0:01:02) | foo\t0.731 \xc3\xa4 | lr 1e-04 x=\"q\\\" /a/b.pt\x01 tail");
    std::vector<PatternNumber> roles;
    for (const PatternLine::Number &number : line.numbers)
        roles.push_back({number.role, {}, {}, {}});
    roles[0] = {NumberRole::Step, {}, {}, {}};
    roles[2] = {NumberRole::Elapsed, {}, {}, {}};
    roles[3] = {NumberRole::Metric, QStringLiteral("foo <b>ü"), QStringLiteral("%"), QStringLiteral("loss")};
    LogPattern pattern = logs::generalised(line, roles, true);
    pattern.name = QStringLiteral("Föö");
    return pattern;
}

LogPattern handwritten()
{
    LogPattern pattern;
    pattern.name = QStringLiteral("by hand");
    pattern.isOn = false;
    pattern.expression = QStringLiteral("a\\d \"(\\d+)\"");
    pattern.numbers = {{NumberRole::Metric, QStringLiteral("x"), {}, {}}};
    return pattern;
}

} // namespace

class TestPatternJson : public QObject
{
    Q_OBJECT
private slots:
    void whatIsWritten_isRead();
    void everyPrefix_isRefused();
    void refused_data();
    void refused();
};

void TestPatternJson::whatIsWritten_isRead()
{
    QVERIFY(logs::PatternSet::check(sample()));
    const std::vector<LogPattern> patterns{sample(), handwritten()};
    const QByteArray json = logs::patternsJson(patterns);
    const auto read = logs::readPatterns(json);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QVERIFY(*read == patterns);
    QCOMPARE(logs::patternsJson(*read), json);
    const auto none = logs::readPatterns(logs::patternsJson({}));
    QVERIFY(none && none->empty());
}

void TestPatternJson::everyPrefix_isRefused()
{
    const QByteArray json = logs::patternsJson({sample(), handwritten()}).trimmed();
    for (qsizetype size = 0; size < json.size(); ++size)
        QVERIFY2(!logs::readPatterns(json.left(size)), qPrintable(QString::number(size)));
}

void TestPatternJson::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &json, ErrorKind kind = ErrorKind::Malformed) {
        QTest::newRow(name) << json << int(kind);
    };
    const QByteArray good = logs::patternsJson({sample(), handwritten()});
    const auto changed = [&](const char *from, const QByteArray &to) {
        QByteArray made = good;
        const qsizetype at = made.indexOf(from);
        if (at < 0)
            qWarning("%s is not in the file", from);
        return at < 0 ? QByteArray() : made.replace(at, qstrlen(from), to);
    };
    row("list", "[]");
    row("number", "1");
    row("other file", "{\"version\": 1}");
    row("newer", changed("\"paceline_patterns\": 1", "\"paceline_patterns\": 2"), ErrorKind::Unsupported);
    row("negative version", changed("\"paceline_patterns\": 1", "\"paceline_patterns\": -1"));
    row("unknown key", changed("\"on\": true", "\"on\": true, \"run\": \"rm\""));
    row("unknown key on top", changed("\"patterns\":", "\"x\": 1, \"patterns\":"));
    row("on is no bool", changed("\"on\": true", "\"on\": 1"));
    row("no name", changed("\"name\": \"F\xc3\xb6\xc3\xb6\"", "\"name\": \" \""));
    row("name with a line end", changed("\"name\": \"F\xc3\xb6\xc3\xb6\"", "\"name\": \"a\\nb\""));
    row("long name", changed("\"name\": \"F\xc3\xb6\xc3\xb6\"", "\"name\": \"" + QByteArray(300, 'x') + '"'),
        ErrorKind::TooLarge);
    row("unknown role", changed("\"role\": \"step\"", "\"role\": \"admin\""));
    row("unknown part", changed("\"any\": \"rest\"", "\"any\": \"thing\""));
    row("number of no part", changed("\"number\": 0", "\"number\": 7"));
    row("number twice", changed("\"number\": 1", "\"number\": 0"));
    row("huge number", changed("\"number\": 0", "\"number\": 18446744073709551615"));
    row("both ways", changed("\"expression\": ", "\"parts\": [{\"any\": \"rest\"}], \"expression\": "));
    row("wrong expression", changed("a\\\\d", "a(\\\\d"));
    row("no UTF-8", changed("\"name\": \"F", "\"name\": \"\xff"));
    row("trailing", good + "{}");
    row("deep", QByteArray(200'000, '['));
    row("deep objects", QByteArray("{\"a\":").repeated(100'000));
    row("too large", QByteArray(logs::kMaxPatternFile + 1, ' '), ErrorKind::TooLarge);
    row("too many", logs::patternsJson(std::vector<LogPattern>(logs::PatternSet::kMaxPatterns + 1, handwritten())),
        ErrorKind::TooLarge);
}

void TestPatternJson::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(int, kind);
    const auto read = logs::readPatterns(json);
    QVERIFY(!read);
    QVERIFY2(int(read.error().kind) == kind, qPrintable(read.error().detail));
    QVERIFY(!read.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestPatternJson)
#include "tst_patternjson.moc"
