// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/mlperfscore.h"

#include <QTest>

using namespace paceline;

namespace {

MlperfRun run(double startMinute, double minutes, std::optional<double> samples = {},
              MlperfOutcome outcome = MlperfOutcome::Reached)
{
    MlperfRun made;
    made.outcome = outcome;
    made.startMs = startMinute * 60000;
    made.stopMs = (startMinute + minutes) * 60000;
    made.samples = samples;
    made.hasMarks = true;
    return made;
}

std::vector<MlperfRun> runs(std::initializer_list<double> minutes, int failed = 0)
{
    std::vector<MlperfRun> made;
    for (const double each : minutes)
        made.push_back(run(double(made.size()) * 1000, each, each * 600));
    for (int i = 0; i < failed; ++i)
        made.push_back(run(double(made.size()) * 1000, 50, {}, MlperfOutcome::Failed));
    return made;
}

} // namespace

class TestMlperfScore : public QObject
{
    Q_OBJECT
private slots:
    void strong_dropsTheFastestAndTheSlowest();
    void strong_failedRunTakesTheSlowestPlace();
    void strong_moreFailedRunsThanMayHaveNoScore();
    void strong_unet3dDropsFourOfEachEnd();
    void strong_fewRunsSaySo();
    void factor_scalesTheScoreOnly();
    void weak_isFromTheFirstStartToTheLastStop();
    void samples_areMissingWhereOneRunTellsNone();
    void scaling_isGuessedFromConcurrency();
};

void TestMlperfScore::strong_dropsTheFastestAndTheSlowest()
{
    const MlperfScore score =
        mlperfScore(runs({10, 14, 30, 11, 8}), QStringLiteral("resnet50"), BaselineScaling::Strong);
    QCOMPARE(score.verdict, MlperfVerdict::Valid);
    QCOMPARE(*score.minutes, (10.0 + 14 + 11) / 3);
    QCOMPARE(score.runsCounted, 5);
    QCOMPARE(score.runsFailed, 0);
    QCOMPARE(score.runsMinutes, (std::vector<double>{10, 14, 30, 11, 8}));
    QCOMPARE(*score.samplesMean, 600 * (10.0 + 14 + 30 + 11 + 8) / 5);
    QCOMPARE(*score.throughputMean, 10.0);
    QCOMPARE(score.modelsPerMinute, std::nullopt);
}

void TestMlperfScore::strong_failedRunTakesTheSlowestPlace()
{
    const MlperfScore score =
        mlperfScore(runs({10, 14, 30, 11}, 1), QStringLiteral("resnet50"), BaselineScaling::Strong);
    QCOMPARE(score.verdict, MlperfVerdict::Valid);
    QCOMPARE(*score.minutes, (14.0 + 30 + 11) / 3);
    QCOMPARE(score.runsCounted, 4);
    QCOMPARE(score.runsFailed, 1);
}

void TestMlperfScore::strong_moreFailedRunsThanMayHaveNoScore()
{
    const MlperfScore score = mlperfScore(runs({10, 14, 30}, 2), QStringLiteral("resnet50"), BaselineScaling::Strong);
    QCOMPARE(score.verdict, MlperfVerdict::TooManyFailed);
    QCOMPARE(score.minutes, std::nullopt);
    QCOMPARE(score.runsMinutes.size(), std::size_t(3));
    QCOMPARE(mlperfScore({}, QStringLiteral("bert"), BaselineScaling::Strong).verdict, MlperfVerdict::NoRun);
    QCOMPARE(mlperfScore(runs({}, 1), QStringLiteral("bert"), BaselineScaling::Strong).verdict, MlperfVerdict::NoRun);
}

void TestMlperfScore::strong_unet3dDropsFourOfEachEnd()
{
    std::vector<MlperfRun> all = runs({}, 3);
    for (int i = 1; i <= 37; ++i)
        all.push_back(run(i, i));
    const MlperfScore score = mlperfScore(all, QStringLiteral("unet3d"), BaselineScaling::Strong);
    QCOMPARE(score.verdict, MlperfVerdict::Valid);
    QCOMPARE(*score.minutes, (5.0 + 36) / 2); // three failed, so one more of the slow end goes
    QCOMPARE(mlperfScore(runs({1}, 5), QStringLiteral("unet3d"), BaselineScaling::Strong).verdict,
             MlperfVerdict::TooManyFailed);
}

void TestMlperfScore::strong_fewRunsSaySo()
{
    const MlperfScore three = mlperfScore(runs({10, 12, 14}), QStringLiteral("gpt3"), BaselineScaling::Strong);
    QCOMPARE(three.verdict, MlperfVerdict::Valid);
    QCOMPARE(*three.minutes, 12.0);
    const MlperfScore few = mlperfScore(runs({10, 12, 14}), QStringLiteral("bert"), BaselineScaling::Strong);
    QCOMPARE(few.verdict, MlperfVerdict::TooFewRuns);
    QCOMPARE(*few.minutes, 12.0);
    QCOMPARE(few.runsRequired, std::optional<qint64>(10));
    const MlperfScore unknown = mlperfScore(runs({10, 12, 14}), QStringLiteral("mine"), BaselineScaling::Strong);
    QCOMPARE(unknown.verdict, MlperfVerdict::Valid);
    QCOMPARE(unknown.runsRequired, std::nullopt);
    QCOMPARE(mlperfScore(runs({10, 12}), QStringLiteral("mine"), BaselineScaling::Strong).verdict,
             MlperfVerdict::NoRun);
}

void TestMlperfScore::factor_scalesTheScoreOnly()
{
    const MlperfScore score = mlperfScore(runs({10, 12, 14}), QStringLiteral("gpt3"), BaselineScaling::Strong, 1.25);
    QCOMPARE(*score.minutes, 15.0);
    QCOMPARE(score.scalingFactor, 1.25);
    QCOMPARE(score.runsMinutes[1], 12.0);
    QCOMPARE(*score.throughputMean, 10.0);
}

void TestMlperfScore::weak_isFromTheFirstStartToTheLastStop()
{
    std::vector<MlperfRun> models;
    for (int i = 0; i < 6; ++i)
        models.push_back(run(i * 0.5, 10 + i, 1000));
    models.push_back(run(-5, 40, {}, MlperfOutcome::Failed));
    const MlperfScore score = mlperfScore(models, QStringLiteral("deepcam"), BaselineScaling::Weak, 1.5);
    QCOMPARE(score.verdict, MlperfVerdict::Valid);
    QCOMPARE(*score.minutes, 17.5);
    QCOMPARE(score.scalingFactor, 1.0);
    QCOMPARE(score.runsCounted, 6);
    QCOMPARE(score.runsFailed, 1);
    QCOMPARE(*score.modelsPerMinute, 6 / 17.5);
    models.resize(4);
    QCOMPARE(mlperfScore(models, QStringLiteral("deepcam"), BaselineScaling::Weak).verdict, MlperfVerdict::TooFewRuns);
}

void TestMlperfScore::samples_areMissingWhereOneRunTellsNone()
{
    std::vector<MlperfRun> all = runs({10, 12, 14});
    all[1].samples.reset();
    const MlperfScore score = mlperfScore(all, QStringLiteral("gpt3"), BaselineScaling::Strong);
    QCOMPARE(score.samplesMean, std::nullopt);
    QCOMPARE(score.throughputMean, std::nullopt);
    QVERIFY(score.runsSamples.empty());
}

void TestMlperfScore::scaling_isGuessedFromConcurrency()
{
    std::vector<MlperfRun> together, apart;
    for (int i = 0; i < 8; ++i) {
        together.push_back(run(i * 0.1, 10));
        apart.push_back(run(i * 20, 10));
    }
    QCOMPARE(guessedScaling(together, QStringLiteral("deepcam")), BaselineScaling::Weak);
    QCOMPARE(guessedScaling(apart, QStringLiteral("deepcam")), BaselineScaling::Strong);
    QCOMPARE(guessedScaling(together, QStringLiteral("bert")), BaselineScaling::Strong); // Training has no weak scaling
    together.resize(5); // as many as strong scaling asks for
    QCOMPARE(guessedScaling(together, QStringLiteral("deepcam")), BaselineScaling::Strong);
    QCOMPARE(guessedScaling({}, QStringLiteral("deepcam")), BaselineScaling::Strong);
}

QTEST_GUILESS_MAIN(TestMlperfScore)
#include "tst_mlperfscore.moc"
