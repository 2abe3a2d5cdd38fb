// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/patternline.h"
#include "backends/parsers/logs/patternreader.h"
#include "backends/parsers/logs/patterntrial.h"
#include "tests/backends/parsers/logs/expectedlog.h"

#include <QRegularExpression>
#include <QTest>
#include <random>

using namespace paceline;

namespace {

using Role = NumberRole;

struct Chosen
{
    const char *token; ///< the number as it stands in the line, the first one that is so
    Role role;
    const char *name = "";
    const char *canon = "";
};

LogPattern patternOf(const QByteArray &line, const std::vector<Chosen> &chosen, bool restMayDiffer = false)
{
    const PatternLine seen = logs::lookAtLine(line);
    std::vector<PatternNumber> roles;
    for (const PatternLine::Number &number : seen.numbers)
        roles.push_back({number.role, {}, {}, {}});
    for (const Chosen &choice : chosen) {
        bool isFound = false;
        for (std::size_t i = 0; i < seen.numbers.size() && !isFound; ++i) {
            const auto &number = seen.numbers[i];
            isFound = seen.text.mid(number.start, number.length) == QLatin1String(choice.token);
            if (isFound)
                roles[i] = {choice.role, QLatin1String(choice.name), {}, QLatin1String(choice.canon)};
        }
        if (!isFound)
            qWarning("no number %s in the line", choice.token);
    }
    LogPattern made = logs::generalised(seen, roles, restMayDiffer);
    made.name = QStringLiteral("mine");
    return made;
}

std::shared_ptr<const logs::PatternSet> setOf(const std::vector<LogPattern> &patterns)
{
    return std::make_shared<const logs::PatternSet>(patterns);
}

/// The values that a pattern reads of a line, or nothing.
std::vector<double> valuesIn(const LogPattern &pattern, const QByteArray &raw)
{
    const QByteArray line = logs::lookAtLine(raw).text.toUtf8();
    logs::PatternMatcher matcher(setOf({pattern}));
    if (matcher.set().size() == 0 ||
        matcher.match(0, {line.constData(), std::size_t(line.size())}) != logs::PatternMatcher::Outcome::Yes)
        return {};
    std::vector<double> values;
    for (const auto &capture : matcher.captures())
        values.push_back(capture.value);
    return values;
}

std::vector<LogRecord> recordsOf(const QByteArray &log, const std::vector<LogPattern> &patterns, qsizetype piece)
{
    logs::LogStream stream(logs::LogStream::Start{.format = {}, .patterns = setOf(patterns)});
    std::vector<LogRecord> records;
    for (qsizetype at = 0; at < log.size(); at += piece) {
        for (LogRecord &record : stream.feed(log.mid(at, piece), 1))
            records.push_back(std::move(record));
    }
    return records;
}

const QByteArray kLine =
    "[2026-05-01 12:00:01,123] it 40/1000 | foo 0.731 | lr 1e-04 | 12.5 ms | saved /scratch/a/ck_40.pt";

LogPattern fooPattern()
{
    return patternOf(kLine, {{"40", Role::Step}, {"1000", Role::TotalSteps}, {"0.731", Role::Metric, "foo"}});
}

} // namespace

class TestLogPatterns : public QObject
{
    Q_OBJECT
private slots:
    void generalised_takesOtherLinesOfItsKind_data();
    void generalised_takesOtherLinesOfItsKind();
    void everyFixtureLine_matchesItsOwnPattern();
    void numberOfAWord_staysWhatItIs();
    void restMayDiffer();
    void guesses_data();
    void guesses();
    void userWins_overTheBuiltInReader();
    void firstPatternWins_andOneThatIsOffIsNotTried();
    void counters_thatCannotBeAreNoRecord();
    void growingLog_givesTheSameRecords();
    void place_goesOnWithTheSamePatternsOnly();
    void handwritten_findsItsPlaceAndItsGroups();
    void handwritten_refused_data();
    void handwritten_refused();
    void hostilePatterns_endSoon_data();
    void hostilePatterns_endSoon();
    void slowPattern_restsForTheLog();
    void trial_countsAndSaysWhoseLinesItTakes();
};

void TestLogPatterns::generalised_takesOtherLinesOfItsKind_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("token");
    QTest::addColumn<double>("value"); // NaN: the line is another one
    const double none = qQNaN();
    const auto row = [](const char *name, const char *line, const char *token, const char *other, double value) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(other) << QString::fromLatin1(token) << value;
    };
    row("numbers", "foo 0.5 bar 12 ms", "0.5", "foo 1.25e-3 bar 7.1 ms", 1.25e-3);
    row("signs", "foo 0.5 bar 12", "0.5", "foo -7 bar -1", -7);
    row("nan", "foo 0.5 bar 12", "0.5", "foo -inf bar nan", -qInf());
    row("thousands", "foo 950 tok", "950", "foo 1,234,567 tok", 1234567);
    row("blanks", "foo: 0.5  bar=12", "0.5", "foo:\t0.75 bar= 3", 0.75);
    row("blanks that are missing", "[ 10/100] foo 0.5", "0.5", "[100/100] foo 2", 2);
    row("times", "2026-05-01T10:00:00.123Z foo 1", "1", "2027-12-31T23:59:59.9Z foo 2", 2);
    row("clock", "foo 1 (0:01:02)", "1", "foo 2 (2 days, 10:11:12.5)", 2);
    row("word that is nearly days", "foo 1 [2 dayr, 1:02:03]", "1", "foo 2 [7 dayr, 9:59:59]", 2);
    row("days of days", "1 day, 1 day, 0:10:00 foo 0.5", "0.5", "3 day, 2 days, 0:20:00 foo 2", 2);
    row("mark of byte order",
        "a \xef\xbb\xbf"
        "1a foo 0.5",
        "0.5",
        "a \xef\xbb\xbf"
        "1a foo 2",
        2);
    row("mark at the end", "foo 0.5 /", "0.5", "foo 2/", 2);
    row("day and month", "Mon May 12 10:00:01 2026 foo 1", "1", "Tue Jun 9 11:00:00 2026 foo 2", 2);
    row("path", "foo 1 in /data/run1/a.pt now", "1", "foo 2 in ~/b/c_d.bin now", 2);
    row("relative path", "wrote out/step_10/model.pt foo 1", "1", "wrote a/b.txt foo 2", 2);
    row("code", "run 3fa9c2d1 foo 1", "1", "run 00ff00aa foo 2", 2);
    row("address in memory", "tensor at 0x7f00ab foo 1", "1", "tensor at 0xdeadbeef99 foo 2", 2);
    row("uuid", "id 123e4567-e89b-12d3-a456-426614174000 foo 1", "1", "id 00000000-1111-2222-3333-44444444abcd foo 2",
        2);
    row("bar", "10%|\xe2\x96\x88\xe2\x96\x8f        | foo 1", "1", "90%|\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88 | foo 2",
        2);
    row("sentence", "foo is 0.5.", "0.5", "foo is 2.", 2);
    row("numpy", "foo [1.] end", "1", "foo [1.5] end", 1.5);
    row("unit", "took 12ms foo 1", "1", "took 130ms foo 2", 2);
    row("other word", "foo 0.5 bar 12", "0.5", "foo 0.5 baz 12", none);
    row("longer", "foo 0.5", "0.5", "foo 0.5 s", none);
    row("something before", "foo 0.5", "0.5", "xfoo 0.5", none);
    row("missing value", "foo 0.5 bar 12", "0.5", "foo None bar 12", none);
    row("nothing", "foo 0.5", "0.5", "", none);
    row("signs of expressions", "a(b)*c+ [0.5] $^.?|\\", "0.5", "a(b)*c+ [3] $^.?|\\", 3);
}

void TestLogPatterns::generalised_takesOtherLinesOfItsKind()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, other);
    QFETCH(QString, token);
    QFETCH(double, value);
    const QByteArray chosen = token.toLatin1();
    const LogPattern pattern = patternOf(line, {{chosen.constData(), Role::Metric, "foo"}});
    const std::vector<double> own = valuesIn(pattern, line);
    QVERIFY2(own.size() == 1 && own[0] == token.toDouble(), logs::expressionOf(pattern));
    const std::vector<double> values = valuesIn(pattern, other);
    if (qIsNaN(value)) {
        QVERIFY2(values.empty(), logs::expressionOf(pattern));
    } else {
        QVERIFY2(values.size() == 1, logs::expressionOf(pattern));
        QCOMPARE(values[0], value);
    }
}

void TestLogPatterns::everyFixtureLine_matchesItsOwnPattern()
{
    std::mt19937 random(7);
    int lines = 0, numbers = 0;
    for (const QString &name : expectedLogNames()) {
        const QByteArrayList all = loadExpectedLog(name).bytes.split('\n');
        for (const QByteArray &raw : all.mid(0, 150)) {
            const PatternLine line = logs::lookAtLine(raw);
            if (line.numbers.empty() || line.text.contains(QChar::ReplacementCharacter) || line.text.size() > 4000)
                continue;
            std::vector<PatternNumber> roles;
            std::vector<std::pair<QString, int>> chosen;
            for (const PatternLine::Number &number : line.numbers) {
                const bool isChosen = (chosen.empty() || random() % 3 == 0) && chosen.size() < 30;
                const Role role = !isChosen ? number.role : number.isClock ? Role::Elapsed : Role::Metric;
                if (isChosen)
                    chosen.emplace_back(line.text.mid(number.start, number.length), number.start);
                roles.push_back({role, QStringLiteral("x"), {}, {}});
            }
            LogPattern pattern = logs::generalised(line, roles);
            pattern.name = QStringLiteral("x");
            // Without a curve there is no pattern.
            if (std::none_of(pattern.numbers.begin(), pattern.numbers.end(),
                             [](const PatternNumber &n) { return n.role == Role::Metric; }))
                continue;
            const auto sound = logs::PatternSet::check(pattern);
            QVERIFY2(sound, raw + '\n' + logs::expressionOf(pattern));
            const QByteArray text = line.text.toUtf8();
            logs::PatternMatcher matcher(setOf({pattern}));
            const auto outcome = matcher.match(0, {text.constData(), std::size_t(text.size())});
            QVERIFY2(outcome == logs::PatternMatcher::Outcome::Yes, raw + '\n' + logs::expressionOf(pattern));
            for (std::size_t i = 0; i < chosen.size(); ++i) {
                const auto capture = matcher.captures()[i];
                const QString found = QString::fromUtf8(text.mid(qsizetype(capture.start), qsizetype(capture.length)));
                QVERIFY2(found == chosen[i].first, raw + '\n' + logs::expressionOf(pattern));
                QCOMPARE(QString::fromUtf8(text.left(qsizetype(capture.start))).size(), chosen[i].second);
                ++numbers;
            }
            ++lines;
        }
    }
    QVERIFY2(lines > 1000 && numbers > 2500, qPrintable(QStringLiteral("%1 %2").arg(lines).arg(numbers)));
}

void TestLogPatterns::numberOfAWord_staysWhatItIs()
{
    const LogPattern pattern = patternOf("top5 acc@1 12.5 gpu0", {{"12.5", Role::Metric, "x"}});
    QVERIFY(!valuesIn(pattern, "top5 acc@1 3 gpu0").empty());
    QVERIFY(valuesIn(pattern, "top1 acc@1 3 gpu0").empty());
    QVERIFY(valuesIn(pattern, "top5 acc@5 3 gpu0").empty());
    QVERIFY(valuesIn(pattern, "top5 acc@1 3 gpu1").empty());
    // Unless it is chosen.
    const LogPattern step = patternOf("epoch3 foo 12.5", {{"3", Role::Epoch}, {"12.5", Role::Metric, "x"}});
    QCOMPARE(valuesIn(step, "epoch12 foo 7"), (std::vector<double>{12, 7}));
    // And a number that stands alone can be held.
    const LogPattern held = patternOf("gpu 0 foo 12.5", {{"0", Role::Same}, {"12.5", Role::Metric, "x"}});
    QVERIFY(!valuesIn(held, "gpu 0 foo 1").empty());
    QVERIFY(valuesIn(held, "gpu 1 foo 1").empty());
}

void TestLogPatterns::restMayDiffer()
{
    const QByteArray line = "foo 0.5 best model so far";
    QVERIFY(valuesIn(patternOf(line, {{"0.5", Role::Metric, "x"}}), "foo 2").empty());
    const LogPattern loose = patternOf(line, {{"0.5", Role::Metric, "x"}}, true);
    QCOMPARE(valuesIn(loose, "foo 2"), std::vector<double>{2});
    QCOMPARE(valuesIn(loose, "foo 3, and so on"), std::vector<double>{3});
    QCOMPARE(logs::shapeText(loose), QStringLiteral("foo <x>…"));
}

void TestLogPatterns::guesses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("expected"); // role name unit canon of each number
    const auto row = [](const char *line, const QStringList &expected) {
        QTest::newRow(line) << QByteArray(line) << expected;
    };
    row("step 10/200 train loss: 0.5",
        {QStringLiteral("3 step  "), QStringLiteral("4   "), QStringLiteral("2 train loss  loss")});
    row("epoch=3 lr=1e-4 12.5 img/s",
        {QStringLiteral("7 epoch  "), QStringLiteral("2 lr  lr"), QStringLiteral("2 img/s img/s samples_per_sec")});
    row("throughput: 800 tokens/s, mem 12.3GB",
        {QStringLiteral("2 throughput tokens/s tokens_per_sec"), QStringLiteral("0 mem GB ")});
    row("epoch 2 step 10/200", {QStringLiteral("7 epoch  "), QStringLiteral("5 step  "), QStringLiteral("6   ")});
    row("elapsed 0:01:02 | val_loss 2.5", {QStringLiteral("10 elapsed  "), QStringLiteral("2 val_loss  val_loss")});
}

void TestLogPatterns::guesses()
{
    QFETCH(QByteArray, line);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const auto &number : logs::lookAtLine(line).numbers) {
        const PatternNumber &guess = number.suggestion;
        found += QStringLiteral("%1 %2 %3 %4").arg(int(guess.role)).arg(guess.name, guess.unit, guess.canon);
    }
    QCOMPARE(found, expected);
}

void TestLogPatterns::userWins_overTheBuiltInReader()
{
    const QByteArray line = "epoch 1 step 10 loss 0.5 reward 7.5\n";
    const std::vector<LogRecord> before = recordsOf(line, {}, 1000);
    QCOMPARE(before.size(), 1);
    QVERIFY(before[0].metric(QStringLiteral("loss")));
    const LogPattern mine = patternOf(line.trimmed(), {{"10", Role::Step}, {"7.5", Role::Metric, "reward"}});
    const std::vector<LogRecord> records = recordsOf(line + line, {mine}, 1000);
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[1].line, 2);
    QCOMPARE(records[1].step, 10);
    QCOMPARE(records[1].metrics.size(), 1);
    QCOMPARE(records[1].metrics[0].name, QStringLiteral("reward"));
    QCOMPARE(records[1].metrics[0].value, 7.5);
    // A launcher's label and a refresh of the line stand before it as before any other.
    const auto labelled = recordsOf("[rank3]: epoch 2 step 11 loss 1 reward 8\n", {mine}, 1000);
    QCOMPARE(labelled.size(), 1);
    QCOMPARE(labelled[0].rank, 3);
}

void TestLogPatterns::firstPatternWins_andOneThatIsOffIsNotTried()
{
    LogPattern first = patternOf("foo 1 bar 2", {{"1", Role::Metric, "a"}});
    LogPattern second = patternOf("foo 1 bar 2", {{"2", Role::Metric, "b"}});
    QCOMPARE(recordsOf("foo 3 bar 4\n", {first, second}, 99)[0].metrics[0].name, QStringLiteral("a"));
    first.isOn = false;
    QCOMPARE(recordsOf("foo 3 bar 4\n", {first, second}, 99)[0].metrics[0].name, QStringLiteral("b"));
    second.isOn = false;
    QVERIFY(recordsOf("foo 3 bar 4\n", {first, second}, 99).empty());
}

void TestLogPatterns::counters_thatCannotBeAreNoRecord()
{
    const LogPattern pattern = fooPattern();
    QCOMPARE(valuesIn(pattern, kLine), (std::vector<double>{40, 1000, 0.731}));
    for (const char *step : {"nan", "-1", "1.5", "1e300"})
        QVERIFY2(valuesIn(pattern, QByteArray(kLine).replace("40/", QByteArray(step) + '/')).empty(), step);
}

void TestLogPatterns::growingLog_givesTheSameRecords()
{
    QByteArray log;
    for (int step = 1; step <= 60; ++step) {
        log += "[2026-05-01 12:00:01,123] it " + QByteArray::number(step) + "/1000 | foo 0." +
               QByteArray::number(step) + " | lr 1e-04 | 12.5 ms | saved /scratch/a/ck.pt\n";
        log += "epoch 0 step " + QByteArray::number(step) + " loss 2.5\nprose of no kind 5\r  7%\n";
    }
    const std::vector<LogRecord> whole = recordsOf(log, {fooPattern()}, log.size());
    QCOMPARE(whole.size(), 120);
    for (const qsizetype piece : {1, 7, 64}) {
        const std::vector<LogRecord> parts = recordsOf(log, {fooPattern()}, piece);
        QVERIFY(parts == whole);
    }
    for (qsizetype size = 0; size < log.size(); size += 13) {
        const std::vector<LogRecord> prefix = recordsOf(log.left(size), {fooPattern()}, size);
        QVERIFY(prefix.size() <= whole.size());
        QVERIFY(std::equal(prefix.begin(), prefix.end(), whole.begin()));
    }
}

void TestLogPatterns::place_goesOnWithTheSamePatternsOnly()
{
    const auto mine = setOf({fooPattern()});
    logs::LogStream stream(logs::LogStream::Start{.format = {}, .patterns = mine});
    stream.read(kLine + '\n' + kLine.left(20));
    const logs::LogStream::Place place = stream.place();
    QVERIFY(place.canGoOn);
    QVERIFY(logs::LogStream::fits(place.state, mine.get()));
    QVERIFY(!logs::LogStream::fits(place.state, nullptr));
    LogPattern other = fooPattern();
    other.numbers[2].name = QStringLiteral("bar");
    QVERIFY(!logs::LogStream::fits(place.state, setOf({other}).get()));
    logs::LogStream second(logs::LogStream::Start{{}, place.offset, place.line, place.segment, place.state, mine});
    QCOMPARE(second.read(kLine + '\n').size(), 1);
    QCOMPARE(second.formats(), (std::vector<std::pair<QString, qint64>>{{QStringLiteral("pattern mine"), 2}}));
    QCOMPARE(second.format(), QStringLiteral("pattern mine"));
    // What was saved before there were patterns fits a program without them.
    logs::LogStream plain;
    plain.read("epoch 0 step 1 loss 2\n");
    QVERIFY(logs::LogStream::fits(plain.place().state, nullptr));
    QVERIFY(logs::LogStream::fits(plain.place().state, setOf({}).get()));
    QVERIFY(!logs::LogStream::fits(plain.place().state, mine.get()));
}

void TestLogPatterns::handwritten_findsItsPlaceAndItsGroups()
{
    LogPattern pattern;
    pattern.name = QStringLiteral("mine");
    pattern.expression = QStringLiteral(R"(foo=([-\d.]+)(?:ms)?|bar (?=x)# (?x) no comment)");
    pattern.numbers = {{Role::Metric, QStringLiteral("foo"), {}, {}}};
    QVERIFY(logs::PatternSet::check(pattern));
    QCOMPARE(valuesIn(pattern, "at 12:00 foo=-2.5ms done"), std::vector<double>{-2.5});
    QVERIFY(valuesIn(pattern, "foo=-").empty()); // no number
    pattern.expression = QStringLiteral("(?x) foo=(\\d+) # a comment\n");
    QCOMPARE(valuesIn(pattern, "xx foo=3"), std::vector<double>{3});
}

void TestLogPatterns::handwritten_refused_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QString &expression, ErrorKind kind) {
        QTest::newRow(name) << expression << int(kind);
    };
    row("open group", QStringLiteral("foo (\\d+"), ErrorKind::Malformed);
    row("no group", QStringLiteral("foo \\d+"), ErrorKind::Malformed);
    row("two groups", QStringLiteral("(a)(b)"), ErrorKind::Malformed);
    row("bytes of UTF-8", QStringLiteral("(\\C)"), ErrorKind::Malformed);
    row("UTF", QStringLiteral("(*UTF)(a)"), ErrorKind::Malformed);
    row("own limits", QStringLiteral("(*LIMIT_MATCH=999999999)(a)"), ErrorKind::Malformed);
    row("too long", QStringLiteral("(a)") + QString(5000, u'a'), ErrorKind::TooLarge);
    row("nested", QString(100, u'(') + QString(100, u')'), ErrorKind::Malformed);
    row("huge", QStringLiteral("(?:(?:(?:a{1,1000}){1,1000}){1,1000}){1,1000}(b)"), ErrorKind::Malformed);
}

void TestLogPatterns::handwritten_refused()
{
    QFETCH(QString, expression);
    QFETCH(int, kind);
    LogPattern pattern;
    pattern.name = QStringLiteral("mine");
    pattern.expression = expression;
    pattern.numbers = {{Role::Metric, QStringLiteral("foo"), {}, {}}};
    const auto sound = logs::PatternSet::check(pattern);
    QVERIFY(!sound);
    QCOMPARE(int(sound.error().kind), kind);
    QVERIFY(!sound.error().detail.isEmpty());
    QCOMPARE(logs::PatternSet({pattern}).size(), 0);
}

void TestLogPatterns::hostilePatterns_endSoon_data()
{
    QTest::addColumn<QString>("expression");
    for (const char *text :
         {"(a+)+$", "(?:a|aa)+(\\d)$", "(?:a*)*(b)", "(?:a+a+)+(b)", "(a?){30}(?:a{30})\\1", "(.*)*x(?<!b)",
          "(?:(?:a*a*)*a*)*(b)", "a*a*a*a*a*a*(b)", "(?=(a+)+b)", "(?R)?a(a)|(?:a|b)*+c"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestLogPatterns::hostilePatterns_endSoon()
{
    QFETCH(QString, expression);
    LogPattern pattern;
    pattern.name = QStringLiteral("mine");
    pattern.expression = expression;
    pattern.numbers.resize(std::size_t(QRegularExpression(expression).captureCount()),
                           {Role::Metric, QStringLiteral("foo"), {}, {}});
    const auto set = setOf({pattern});
    if (set->size() == 0)
        return; // refused, which serves as well
    logs::PatternMatcher matcher(set);
    const std::string line(logs::kMaxPatternLine, 'a');
    // Exponential work would not end within the lifetime of this machine; the test's own time limit is the judge.
    for (int i = 0; i < 20; ++i)
        QVERIFY(matcher.match(0, line) != logs::PatternMatcher::Outcome::Yes);
}

void TestLogPatterns::slowPattern_restsForTheLog()
{
    LogPattern pattern;
    pattern.name = QStringLiteral("mine");
    pattern.expression = QStringLiteral("^(?:(?:a|aa)+!|x)(\\d)$");
    pattern.numbers = {{Role::Metric, QStringLiteral("foo"), {}, {}}};
    const QByteArray bad = QByteArray(200, 'a') + '\n';
    QCOMPARE(recordsOf(bad.repeated(logs::PatternReader::kMaxSlow - 1) + "x1\n", {pattern}, 1 << 20).size(), 1);
    const QByteArray many = bad.repeated(logs::PatternReader::kMaxSlow);
    QCOMPARE(recordsOf(many + "x1\n", {pattern}, 1 << 20).size(), 0);
    // And so it does for a stream that goes on.
    const auto set = setOf({pattern});
    logs::LogStream stream(logs::LogStream::Start{.format = {}, .patterns = set});
    stream.read(many);
    const auto place = stream.place();
    logs::LogStream second(logs::LogStream::Start{{}, place.offset, place.line, place.segment, place.state, set});
    QCOMPARE(second.read("x1\n").size(), 0);
}

void TestLogPatterns::trial_countsAndSaysWhoseLinesItTakes()
{
    const QByteArray line = "epoch 1 step 10 loss 0.5 reward 7.5";
    logs::PatternTrial trial(patternOf(line, {{"10", Role::Step}, {"7.5", Role::Metric, "reward"}}), 100);
    QByteArray log = "Hello\n";
    for (int i = 0; i < 10; ++i)
        log +=
            "[rank0]: epoch 1 step " + QByteArray::number(i) + " loss 0.5 reward " + QByteArray::number(i * 2) + '\n';
    trial.read(log.left(77));
    trial.read(log.mid(77));
    trial.read("epoch 1 step 99 loss 0.5 reward 5");
    trial.finish();
    const PatternOutcome &outcome = trial.outcome();
    QCOMPARE(outcome.lines, 12);
    QCOMPARE(outcome.matches, 11);
    QCOMPARE(outcome.first.line, 101);
    QCOMPARE(outcome.last.line, 111);
    QCOMPARE(outcome.last.text, QStringLiteral("epoch 1 step 99 loss 0.5 reward 5"));
    QCOMPARE(outcome.last.spans, (std::vector<std::pair<int, int>>{{13, 2}, {32, 1}}));
    QCOMPARE(outcome.values[1].front(), 0);
    QCOMPARE(outcome.values[1].back(), 5);
    QCOMPARE(outcome.taken, 11);
    QCOMPARE(outcome.takenFormat, QStringLiteral("generic"));
    QVERIFY(outcome.isWhole && !outcome.isSlow);
}

QTEST_GUILESS_MAIN(TestLogPatterns)
#include "tst_logpatterns.moc"
