// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/curves.h"

#include <QTest>

using namespace paceline;

static QStringList list(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char(','));
}

class TestCurves : public QObject
{
    Q_OBJECT
private slots:
    void trainingAndEvaluation_shareAPicture()
    {
        const auto groups = groupCurves(list("val_loss,lr,accuracy,loss,val_accuracy"));
        QCOMPARE(groups.size(), std::size_t(3));
        QCOMPARE(groups[0].metrics, list("loss,val_loss"));
        QCOMPARE(groups[1].metrics, list("accuracy,val_accuracy"));
        QCOMPARE(groups[2].metrics, list("lr"));
    }
    void slashesAndUnderscores_sayTheSame()
    {
        const auto groups = groupCurves(list("train/aux_loss,valid aux loss"));
        QCOMPARE(groups.size(), std::size_t(1));
    }
    void knownMetrics_comeFirst_othersByName()
    {
        QStringList names;
        for (const CurveGroup &group : groupCurves(list("zeta,lr,alpha,samples_per_sec,gpu memory,loss,grad_norm")))
            names.append(group.name);
        QCOMPARE(names, list("loss,samples_per_sec,lr,grad_norm,gpu memory,alpha,zeta"));
    }
    void noMetric_isLost()
    {
        QStringList metrics = list("loss,test,val,train,eval/eval,val_loss,loss scale,Loss,/");
        QStringList grouped;
        for (const CurveGroup &group : groupCurves(metrics))
            grouped += group.metrics;
        metrics.sort(), grouped.sort();
        QCOMPARE(grouped, metrics);
    }
    void better_isTheEndThatOneWants_data()
    {
        QTest::addColumn<int>("better");
        QTest::newRow("val_loss") << int(Better::Lower);
        QTest::newRow("perplexity") << int(Better::Lower);
        QTest::newRow("step_time") << int(Better::Lower);
        QTest::newRow("accuracy") << int(Better::Higher);
        QTest::newRow("eval/top1") << int(Better::Higher);
        QTest::newRow("tokens_per_sec") << int(Better::Higher);
        QTest::newRow("lr") << int(Better::Neither);
        QTest::newRow("loss_scale") << int(Better::Neither);
        QTest::newRow("consumed samples") << int(Better::Neither);
    }
    void better_isTheEndThatOneWants()
    {
        QFETCH(int, better);
        QCOMPARE(int(betterOf(QString::fromLatin1(QTest::currentDataTag()))), better);
    }
};

QTEST_APPLESS_MAIN(TestCurves)
#include "tst_curves.moc"
