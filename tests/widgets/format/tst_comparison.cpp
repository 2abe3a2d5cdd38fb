// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/compareruns.h"
#include "widgets/format/comparisontext.h"
#include "widgets/format/units.h"

#include <QTest>

using namespace paceline;

namespace {

const QString kLoss = QStringLiteral("loss"), kLastRun = QStringLiteral("last run");

struct Shape
{
    int steps = 100, every = 1;
    double lossAtEnd = 2, rate = 1000;
    QString rateName = QStringLiteral("samples_per_sec");
};

std::shared_ptr<const Run> runOf(const Shape &shape)
{
    RunBuilder builder;
    std::vector<LogRecord> records;
    for (int step = 0; step <= shape.steps; step += shape.every) {
        LogRecord r;
        r.step = step;
        r.metrics = {{kLoss, shape.lossAtEnd + shape.steps - step, {}, kLoss},
                     // The outliers must not count.
                     {shape.rateName, step % 10 == 0 ? shape.rate / 50 : shape.rate, {}, shape.rateName}};
        records.push_back(r);
    }
    builder.append(records);
    return builder.snapshot();
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

    static QString sentence(const Shape &now, const Shape &then)
    {
        const auto comparison = compareRuns(*runOf(now), *runOf(then), kLoss);
        return comparison ? withPlainSpaces(comparisonText(*comparison, kLastRun)) : QString();
    }

private slots:
    void liveRun_isComparedAtItsNewestStep()
    {
        QCOMPARE(sentence({.steps = 100, .lossAtEnd = 2.31, .rate = 1040}, {.steps = 200, .lossAtEnd = 2.35}),
                 QStringLiteral("loss 2.31, last run 102 at this step, 4 % faster"));
    }
    void slowerAndAsFast_areSaid()
    {
        QVERIFY(sentence({.rate = 900}, {}).endsWith(QStringLiteral(", 10 % slower")));
        QVERIFY(sentence({.rate = 1004}, {}).endsWith(QStringLiteral(", as fast")));
    }
    void longerStep_isSlower()
    {
        const QString name = QStringLiteral("step_time");
        QVERIFY(sentence({.rate = 2, .rateName = name}, {.rate = 1, .rateName = name})
                    .endsWith(QStringLiteral(", 50 % slower")));
    }
    void otherUnitsOfThroughput_areNotCompared()
    {
        QCOMPARE(sentence({.rateName = QStringLiteral("tokens_per_sec")}, {}),
                 QStringLiteral("loss 2, last run 2 at this step"));
    }
    void otherRunThatEndedEarlier_isReadAtItsEnd()
    {
        QCOMPARE(sentence({.steps = 400, .lossAtEnd = 2}, {.steps = 100, .lossAtEnd = 5}),
                 QStringLiteral("loss 302 at step 100, where last run ended with 5, as fast"));
    }
    void runsThatLogAtOtherSteps_areComparedNearby()
    {
        const auto comparison =
            compareRuns(*runOf({.steps = 1000, .every = 10}), *runOf({.steps = 1800, .every = 18}), kLoss);
        QVERIFY(comparison);
        QCOMPARE(comparison->step, 1000.0);
        QCOMPARE(comparison->reference, 2.0F + 1800 - 1008);
    }
    void runsWithoutACommonStep_areNotCompared()
    {
        RunBuilder builder;
        QVERIFY(!compareRuns(*runOf({}), *builder.snapshot(), kLoss));
        QVERIFY(!compareRuns(*runOf({}), *runOf({}), QStringLiteral("lr")));
    }
    void longRuns_areComparedByAFewChunks()
    {
        const auto comparison =
            compareRuns(*runOf({.steps = 300'000, .rate = 2000}), *runOf({.steps = 300'000}), kLoss);
        QVERIFY(comparison && comparison->speed);
        QCOMPARE(*comparison->speed, 2.0);
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
