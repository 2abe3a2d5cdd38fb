// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/models/baselines.h"
#include "widgets/models/baselinemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

QStringList idsOf(const BaselineModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.row(row)->record->id);
    return ids;
}

BaselineCriteria searching(const QString &text)
{
    BaselineCriteria criteria;
    const auto query = BaselineQuery::parse(text);
    if (!query)
        qFatal("%s", qPrintable(describeBaselineQuery(query.error())));
    criteria.query = *query;
    return criteria;
}

/// "a100 3, h100 2"
QString told(const BaselineModel &model, BaselineFacet facet)
{
    QStringList parts;
    for (const auto &offered : model.facet(facet))
        parts.append(QStringLiteral("%1 %2").arg(offered.value).arg(offered.count));
    return parts.join(QStringLiteral(", "));
}

} // namespace

class TestBaselineModel : public QObject
{
    Q_OBJECT
private slots:
    void search_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *text, const char *ids) {
            QTest::newRow(text) << QString::fromLatin1(text)
                                << QString::fromLatin1(ids).split(u' ', Qt::SkipEmptyParts);
        };
        row("", "a8 a64 h8 h16 p1 mine");
        row("DELL", "h8 h16");
        row("resnet h100", "h8 h16");
        row("accelerators>=16", "a64 h16");
        row("year<2023", "a8 a64"); // p1 tells no year
        row("year!=2021", "h8 h16 p1 mine");
        row("own=yes", "mine");
        row("peraccelerator>5000 | benchmark=bert", "h8 h16 p1");
        row("!accelerator=a100", "h8 h16 p1");
        row("submitter=n*", "a8 a64");
        row("round=", "a8 a64 h8 h16 p1 mine"); // still being typed
        row("nobody", "");
    }
    void search()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, ids);
        BaselineModel model;
        model.setTable(sampleTable());
        model.setCriteria(searching(text));
        QCOMPARE(idsOf(model), ids);
        QCOMPARE(model.summary().listed, int(ids.size()));
    }

    void search_tellsWhatItDoesNotKnow()
    {
        const auto unknown = BaselineQuery::parse(QStringLiteral("colour=red"));
        QVERIFY(!unknown);
        QVERIFY(describeBaselineQuery(unknown.error()).contains(QStringLiteral("peraccelerator")));
        const auto text = BaselineQuery::parse(QStringLiteral("year>soon"));
        QVERIFY(!text);
        QCOMPARE(text.error().what, FilterError::What::NotANumber);
    }

    void facets_countWhatTheOtherFiltersLeave()
    {
        BaselineModel model;
        model.setTable(sampleTable());
        QCOMPARE(told(model, BaselineFacet::Accelerator), QStringLiteral("a100 3, h100 2, v100 1"));
        QCOMPARE(told(model, BaselineFacet::Year), QStringLiteral("2026 1, 2023 2, 2021 2"));
        BaselineCriteria criteria;
        criteria.facets[std::size_t(BaselineFacet::Accelerator)] = QStringLiteral("h100");
        model.setCriteria(criteria);
        QCOMPARE(idsOf(model), (QStringList{QStringLiteral("h8"), QStringLiteral("h16")}));
        // Another accelerator can still be chosen, another year only of this one.
        QCOMPARE(told(model, BaselineFacet::Accelerator), QStringLiteral("a100 3, h100 2, v100 1"));
        QCOMPARE(told(model, BaselineFacet::Year), QStringLiteral("2023 2"));
        QCOMPARE(told(model, BaselineFacet::Submitter), QStringLiteral("Dell 2"));
        criteria.facets[std::size_t(BaselineFacet::Year)] = QStringLiteral("2021");
        model.setCriteria(criteria);
        QVERIFY(idsOf(model).isEmpty());
        QCOMPARE(told(model, BaselineFacet::Accelerator), QStringLiteral("a100 2, h100 0"));
        QCOMPARE(told(model, BaselineFacet::Year), QStringLiteral("2023 2, 2021 0"));
    }

    void scale_includesBothEnds()
    {
        BaselineModel model;
        model.setTable(sampleTable());
        BaselineCriteria criteria;
        criteria.from = 8;
        criteria.to = 16;
        model.setCriteria(criteria);
        QCOMPARE(idsOf(model), (QStringList{QStringLiteral("a8"), QStringLiteral("h8"), QStringLiteral("h16")}));
    }

    void sort_putsWhatIsNotToldLast()
    {
        BaselineModel model;
        model.setTable(sampleTable());
        model.sort(int(BaselineColumn::Year), Qt::AscendingOrder);
        QCOMPARE(idsOf(model).first(), QStringLiteral("a8"));
        QCOMPARE(idsOf(model).last(), QStringLiteral("p1"));
        model.sort(int(BaselineColumn::Year), Qt::DescendingOrder);
        QCOMPARE(idsOf(model).first(), QStringLiteral("mine"));
        QCOMPARE(idsOf(model).last(), QStringLiteral("p1"));
        model.sort(int(BaselineColumn::PerAccelerator), Qt::DescendingOrder);
        QCOMPARE(idsOf(model).mid(0, 2), (QStringList{QStringLiteral("h8"), QStringLiteral("h16")}));
        model.sort(-1);
        QCOMPARE(idsOf(model).first(), QStringLiteral("a8"));
    }

    void chosenRow_staysTheSameRecord()
    {
        BaselineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(sampleTable());
        const QPersistentModelIndex kept = model.index(3, 2), gone = model.index(0, 0);
        model.setCriteria(searching(QStringLiteral("h100")));
        QCOMPARE(kept.row(), 1);
        QCOMPARE(kept.data(BaselineModel::RecordIdRole).toString(), QStringLiteral("h16"));
        QVERIFY(!gone.isValid());
        model.sort(int(BaselineColumn::Throughput), Qt::DescendingOrder);
        QCOMPARE(kept.row(), 0);
    }

    void ownRecords_areMarked()
    {
        BaselineModel model;
        model.setTable(sampleTable());
        const int row = model.rowOf(QStringLiteral("mine"));
        const QModelIndex source = model.index(row, int(BaselineColumn::Source));
        QVERIFY(source.data(BaselineModel::IsOwnRole).toBool());
        QCOMPARE(source.data().toString(), QStringLiteral("★ own measurement"));
        QVERIFY(!model.index(0, 0).data(BaselineModel::IsOwnRole).toBool());
        QCOMPARE(model.summary().own, 1);
        QCOMPARE(model.rowOf(QStringLiteral("other")), -1);
    }

    void cells_sayUnitsAndWhatIsMissing()
    {
        BaselineModel model;
        model.setTable(sampleTable());
        const auto cell = [&model](const char *id, BaselineColumn column) {
            return model.index(model.rowOf(QString::fromLatin1(id)), int(column)).data().toString();
        };
        QCOMPARE(cell("h8", BaselineColumn::Benchmark), QStringLiteral("ResNet-50"));
        QCOMPARE(cell("h8", BaselineColumn::PerAccelerator), QStringLiteral("6\u202f000\u00a0images/s"));
        QCOMPARE(cell("h8", BaselineColumn::Value), QStringLiteral("20.83\u00a0minutes"));
        QCOMPARE(cell("h8", BaselineColumn::Year), QStringLiteral("2023, v3.0"));
        QCOMPARE(cell("p1", BaselineColumn::Year), QStringLiteral("–"));
        QCOMPARE(cell("p1", BaselineColumn::Batch), QStringLiteral("–"));
    }

    void summary_namesTheFastestOnlyAmongAlike()
    {
        BaselineModel model;
        model.setTable(sampleTable());
        QCOMPARE(model.summary().benchmarks, 2);
        QVERIFY(!model.summary().fastest);
        model.setCriteria(searching(QStringLiteral("benchmark=resnet50")));
        QCOMPARE(model.summary().fastest->record->id, QStringLiteral("h8"));
        QCOMPARE(*model.summary().firstYear, 2021);
        QCOMPARE(*model.summary().lastYear, 2026);
        QCOMPARE(model.summary().accelerators, 2);
    }
};

QTEST_GUILESS_MAIN(TestBaselineModel)
#include "tst_baselinemodel.moc"
