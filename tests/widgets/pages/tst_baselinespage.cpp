// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/models/baselines.h"
#include "widgets/pages/baselinedetails.h"
#include "widgets/pages/baselinefilters.h"
#include "widgets/pages/baselinespage.h"
#include "widgets/pages/emptystate.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/verdictbanner.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace paceline;

namespace {

class Texts final : public BaselineTexts
{
public:
    QString citation(const Baseline &record) const override { return QStringLiteral("cite ") + record.id; }
    QString bibtex(const Baseline &record) const override { return QStringLiteral("@misc{%1}").arg(record.id); }
    QByteArray csv(const std::vector<const Baseline *> &records) const override
    {
        QByteArray text = "id\n";
        for (const Baseline *record : records)
            text += record->id.toUtf8() + '\n';
        return text;
    }
    std::vector<NamedValue> fields(const Baseline &record) const override
    {
        return {{QStringLiteral("id"), record.id},
                {QStringLiteral("global_batch"), QStringLiteral("4096")},
                {QStringLiteral("odd_field"), QStringLiteral("<b>7</b>")}};
    }
    QString requiredLabel(const Baseline &record) const override
    {
        return record.source.isOwn ? QStringLiteral("not verified") : QString();
    }
    QString trademark(const Baseline &record) const override
    {
        return record.mlperf.suite ? QStringLiteral("a trademark") : QString();
    }
};

struct Shown
{
    Shown()
    {
        page.resize(1060, 760);
        page.show();
        page.setTable(sampleTable());
    }
    FlatButton *button(const char *text) const
    {
        for (FlatButton *button : page.findChildren<FlatButton *>()) {
            if (button->text() == QLatin1String(text))
                return button;
        }
        return nullptr;
    }
    QLineEdit *edit(const char *name) const
    {
        for (QLineEdit *edit : page.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == QLatin1String(name))
                return edit;
        }
        return nullptr;
    }
    /// Of the details, once their labels are shown.
    QStringList words() const
    {
        QCoreApplication::processEvents();
        return page.details()->shownTexts();
    }
    QTreeView *table() const { return page.findChild<QTreeView *>(); }
    QString chosenId() const { return page.selected() ? page.selected()->id : QString(); }
    Texts texts;
    BaselinesPage page{texts};
};

} // namespace

class TestBaselinesPage : public QObject
{
    Q_OBJECT
private slots:
    void headline_saysWhatIsListed()
    {
        Shown shown;
        const VerdictBanner &banner = *shown.page.banner();
        QCOMPARE(
            banner.headline(),
            QStringLiteral("6 record(s): 2 benchmark(s) on 3 kind(s) of accelerator, 2021 to 2026, 1 of your own."));
        QVERIFY(banner.detail().isEmpty());
        shown.page.filters()->setFacet(BaselineFacet::Benchmark, QStringLiteral("resnet50"));
        QCOMPARE(banner.headline(),
                 QStringLiteral("5 of 6 record(s): ResNet-50 on 2 kind(s) of accelerator, 2021 to 2026, "
                                "1 of your own."));
        QCOMPARE(banner.detail(), QStringLiteral("The fastest per accelerator: 6\u202f000\u00a0images/s on H100, 8 of "
                                                 "them (Dell, 2023, v3.0)."));
        shown.edit("Least number of accelerators")->setText(QStringLiteral("64"));
        QCOMPARE(banner.headline(), QStringLiteral("1 of 6 record(s): ResNet-50 on A100, 2021."));
    }

    void choices_tellHowManyRecords()
    {
        Shown shown;
        QComboBox *years = shown.page.filters()->choice(BaselineFacet::Year);
        QCOMPARE(years->itemText(0), QStringLiteral("All years"));
        QCOMPARE(years->itemText(2), QStringLiteral("2023 (2)"));
        years->setCurrentIndex(2);
        emit years->activated(2);
        QCOMPARE(shown.page.model()->rowCount(), 2);
        QCOMPARE(years->currentText(), QStringLiteral("2023 (2)"));
        QCOMPARE(shown.page.filters()->choice(BaselineFacet::Submitter)->count(), 2);
    }

    void curves_areOfWhatPasses()
    {
        Shown shown;
        ScalingPlot &plot = *shown.page.plot();
        QCOMPARE(plot.series().size(), std::size_t(3)); // two entries, and one's own point
        QVERIFY(plot.series()[0].isOwn);
        QCOMPARE(plot.series()[1].name, QStringLiteral("ResNet-50, NVIDIA, A100, v1.0"));
        QCOMPARE(plot.series()[1].points[1].value, 140000.0);
        shown.page.setQuantity(BaselineQuantity::Efficiency);
        QCOMPARE(plot.series()[1].points[1].value, 140000.0 / 64 / (20000.0 / 8) * 100);
        shown.page.setQuantity(BaselineQuantity::TimeToTrain);
        QCOMPARE(plot.series().size(), std::size_t(2));
        QCOMPARE(plot.series()[0].points[0].value, 1e6 / 20000 * 60); // seconds
        shown.page.filters()->setSearchText(QStringLiteral("v100"));
        QVERIFY(plot.series().empty());
        QVERIFY(plot.message().startsWith(QLatin1String("No curve")));
    }

    void curves_areAtMostFifty()
    {
        std::vector<SampleBaseline> samples;
        std::vector<QByteArray> names;
        for (int i = 0; i < 60; ++i)
            names.push_back("s" + QByteArray::number(i));
        for (const QByteArray &name : names) {
            samples.push_back({.id = name, .series = name, .accelerators = 1});
            samples.push_back({.id = name, .series = name, .accelerators = 2});
        }
        Shown shown;
        shown.page.setTable(tableOf(samples));
        QCOMPARE(shown.page.plot()->series().size(), BaselinesPage::kMostCurves);
        QCOMPARE(shown.page.plot()->details().front().text, QStringLiteral("50 of 60 curve(s)"));
    }

    void chosenRecord_isCited()
    {
        Shown shown;
        QSignalSpy copied(&shown.page, &BaselinesPage::copyRequested);
        QVERIFY(!shown.button("Copy citation")->isVisible());
        shown.table()->setCurrentIndex(shown.page.model()->index(2, 0));
        QCOMPARE(shown.chosenId(), QStringLiteral("h8"));
        shown.button("Copy citation")->click();
        shown.button("Copy BibTeX")->click();
        QCOMPARE(copied.at(0).at(0).toString(), QStringLiteral("cite h8"));
        QCOMPARE(copied.at(1).at(0).toString(), QStringLiteral("@misc{h8}"));
        const QStringList texts = shown.words();
        QCOMPARE(texts.first(), QStringLiteral("ResNet-50: 20.83\u00a0minutes"));
        QVERIFY(texts.contains(QStringLiteral("cite h8")));
        QVERIFY(texts.contains(QStringLiteral("Global batch")));
        QVERIFY(texts.contains(QStringLiteral("odd field")));
        QVERIFY(texts.contains(QStringLiteral("a trademark")));
        QVERIFY(!shown.button("Remove")->isVisible());
        // It stays chosen while one filters, and in another table.
        shown.page.filters()->setSearchText(QStringLiteral("a100"));
        QCOMPARE(shown.chosenId(), QStringLiteral("h8"));
        shown.page.setTable(sampleTable());
        QCOMPARE(shown.chosenId(), QStringLiteral("h8"));
    }

    void ownRecord_isLabelledAndCanBeRemoved()
    {
        Shown shown;
        QSignalSpy removed(&shown.page, &BaselinesPage::removeRequested);
        shown.page.select(QStringLiteral("mine"));
        QVERIFY(shown.words().contains(QStringLiteral("▲ not verified")));
        QVERIFY(shown.button("Remove")->isVisible());
        shown.button("Remove")->click();
        QCOMPARE(removed.at(0).at(0).toString(), QStringLiteral("mine"));
    }

    void rows_areCopiedAsListed()
    {
        Shown shown;
        QSignalSpy copied(&shown.page, &BaselinesPage::copyRequested);
        shown.page.filters()->setSearchText(QStringLiteral("h100"));
        shown.table()->sortByColumn(int(BaselineColumn::Accelerators), Qt::DescendingOrder);
        shown.button("Copy rows as CSV")->click();
        QCOMPARE(copied.at(0).at(0).toString(), QStringLiteral("id\nh16\nh8\n"));
    }

    void emptyStates_sayWhyAndWhatToDo()
    {
        Texts texts;
        BaselinesPage page(texts);
        QVERIFY(page.banner()->headline().startsWith(QLatin1String("Reading")));
        page.setFailure(QStringLiteral("broken"));
        QCOMPARE(page.banner()->detail(), QStringLiteral("broken"));
        QCOMPARE(page.plot()->message(), QStringLiteral("broken"));
        page.setTable(sampleTable());
        page.resize(1060, 760);
        page.show();
        QVERIFY(!page.emptyState()->isVisible());
        page.filters()->setSearchText(QStringLiteral("nobody"));
        QVERIFY(page.emptyState()->isVisible());
        QCOMPARE(page.emptyState()->title(), QStringLiteral("No record is like that"));
        QTest::mouseClick(page.emptyState()->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(page.model()->rowCount(), 6);
    }

    void wrongSearch_isTold_andTheListStays()
    {
        Shown shown;
        shown.page.filters()->setSearchText(QStringLiteral("h100"));
        shown.page.filters()->setSearchText(QStringLiteral("h100 colour=red"));
        QVERIFY(shown.page.filters()->searchError().contains(QLatin1String("colour")));
        QCOMPARE(shown.page.model()->rowCount(), 2);
        shown.page.filters()->clearAll();
        QVERIFY(shown.page.filters()->searchError().isEmpty());
        QCOMPARE(shown.page.model()->rowCount(), 6);
    }
};

QTEST_MAIN(TestBaselinesPage)
#include "tst_baselinespage.moc"
