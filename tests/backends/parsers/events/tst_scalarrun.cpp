// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/scalarrun.h"

#include <QTest>
#include <cmath>

using namespace paceline;
using namespace paceline::events;

namespace {

/// Points of one tag: step, wall time; the value tells the file.
ScalarBatch batchOf(std::initializer_list<std::pair<qint64, double>> points, double value = 1)
{
    ScalarBatch batch;
    for (const auto &[step, wallTime] : points)
        batch.points.push_back({0, ScalarKind::Simple, step, wallTime, value});
    return batch;
}

QString loss(int)
{
    return QStringLiteral("loss");
}

QByteArray pointsOf(const ScalarCurve &curve)
{
    QByteArray text;
    for (const ScalarPoint &point : curve.points)
        text += QByteArray::number(point.step) + '@' + QByteArray::number(point.wallTime) + ' ';
    return text.trimmed();
}

QByteArray keptOf(const ScalarCurve &curve)
{
    QByteArray text;
    for (const quint32 index : curve.kept)
        text +=
            QByteArray::number(curve.points[index].step) + '@' + QByteArray::number(curve.points[index].wallTime) + ' ';
    return text.trimmed();
}

} // namespace

class TestScalarRun : public QObject
{
    Q_OBJECT
private slots:
    void rewind_replacesFromItsStepOn()
    {
        ScalarRun run;
        run.add(0, batchOf({{1, 1}, {2, 2}, {3, 3}, {4, 4}, {2, 5}, {3, 6}, {3, 7}}), loss);
        const ScalarCurve curve = run.curves().at(0);
        QCOMPARE(curve.points.size(), std::size_t(7));
        QCOMPARE(keptOf(curve), "1@1 2@5 3@6 3@7");
        QCOMPARE(curve.stepsGoBack, 1);
        QCOMPARE(curve.repeatedSteps, 1);
    }

    void files_areJoinedByTime()
    {
        ScalarRun run;
        run.add(0, batchOf({{10, 10}, {20, 20}, {30, 30}}), loss);
        run.add(1, batchOf({{1, 1}, {15, 15}, {40, 40}}), loss);
        QCOMPARE(pointsOf(run.curves().at(0)), "1@1 10@10 15@15 20@20 30@30 40@40");
    }

    void files_mayHoldTheSamePoint()
    {
        ScalarRun run;
        run.add(0, batchOf({{1, 1}, {2, 2}, {2, 2}}), loss);
        run.add(1, batchOf({{1, 1}, {2, 2}, {3, 3}}), loss);
        QCOMPARE(pointsOf(run.curves().at(0)), "1@1 2@2 2@2 3@3");
    }

    void files_ofARestartFollowEachOther()
    {
        ScalarRun run;
        run.add(0, batchOf({{1, 1}, {2, 2}, {3, 3}}), loss);
        run.add(1, batchOf({{2, 10}, {3, 11}, {4, 12}}), loss);
        const ScalarCurve curve = run.curves().at(0);
        QCOMPARE(keptOf(curve), "1@1 2@10 3@11 4@12");
        QCOMPARE(curve.stepsGoBack, 1);
    }

    void restart_voidsWhatOtherFilesSaidFromItsStepOn()
    {
        ScalarRun run;
        run.add(0, batchOf({{1, 1}, {2, 2}, {3, 3}}), loss);
        ScalarBatch second = batchOf({{5, 12}});
        second.restarts.push_back({2, 10});
        run.add(1, second, loss);
        QCOMPARE(keptOf(run.curves().at(0)), "1@1 5@12");
    }

    void restart_atTheBeginningOfAFileSaysNothingAboutIt()
    {
        // The thread that writes it may be late.
        ScalarRun run;
        ScalarBatch batch = batchOf({{0, 1}, {1, 2}, {2, 4}, {3, 6}});
        batch.restarts = {{0, 3}, {2, 5}};
        run.add(0, batch, loss);
        QCOMPARE(keptOf(run.curves().at(0)), "0@1 1@2 3@6");
    }

    void times_thatAreNotKnownKeepTheOrder()
    {
        ScalarRun run;
        run.add(0, batchOf({{1, NAN}, {2, NAN}}), loss);
        run.add(1, batchOf({{3, NAN}}), loss);
        ScalarBatch restart;
        restart.restarts = {{0, NAN}};
        run.add(2, restart, loss);
        QCOMPARE(keptOf(run.curves().at(0)), "1@nan 2@nan 3@nan");
    }

    void batches_ofSeveralFilesMayAlternate()
    {
        ScalarRun run;
        for (int i = 0; i < 4; ++i) {
            run.add(0, batchOf({{i, 2.0 * i}}), loss);
            run.add(1, batchOf({{i, 2.0 * i + 1}}), loss);
        }
        const ScalarCurve curve = run.curves().at(0);
        QCOMPARE(pointsOf(curve), "0@0 0@1 1@2 1@3 2@4 2@5 3@6 3@7");
        QCOMPARE(curve.kept.size(), std::size_t(8));
    }

    void tags_areJoinedByNameAndPicturesHaveNoCurve()
    {
        ScalarRun run;
        const QStringList first{QStringLiteral("picture"), QStringLiteral("loss")}, second{QStringLiteral("loss")};
        ScalarBatch batch = batchOf({{1, 1}});
        batch.points[0].tag = 1;
        run.add(0, batch, [&](int tag) { return first.at(tag); });
        run.add(1, batchOf({{2, 2}}), [&](int tag) { return second.at(tag); });
        const std::vector<ScalarCurve> curves = run.curves();
        QCOMPARE(curves.size(), std::size_t(1));
        QCOMPARE(curves[0].tag, QStringLiteral("loss"));
        QCOMPARE(curves[0].points.size(), std::size_t(2));
        QCOMPARE(curves[0].points[1].tag, 0);
    }
};

QTEST_GUILESS_MAIN(TestScalarRun)
#include "tst_scalarrun.moc"
