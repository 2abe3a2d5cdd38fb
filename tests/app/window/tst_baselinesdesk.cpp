// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/baselinelibrary.h"
#include "app/window/baselinesdesk.h"
#include "backends/analysis/ownscaling.h"
#include "resources/resources.h"
#include "widgets/models/baselinemodel.h"
#include "widgets/pages/baselinedetails.h"
#include "widgets/pages/baselinefilters.h"
#include "widgets/pages/baselinespage.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

namespace {

struct Desk
{
    explicit Desk(const QString &path)
        : library(path)
        , desk(new BaselinesDesk(library, &view))
    {
        desk->show();
    }
    /// The records of one's own that the page lists.
    int own() const { return desk->page()->model()->summary().own; }
    int all() const { return desk->page()->model()->summary().all; }
    QString note() const { return desk->page()->note(); }
    BaselineLibrary library;
    QWidget view;
    BaselinesDesk *desk;
};

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

OwnRun run(quint32 job, const char *name, double gpus, double perSecond)
{
    OwnRun made;
    made.job = JobId{job};
    made.name = QString::fromLatin1(name);
    made.acceleratorType = QStringLiteral("A100");
    made.accelerators = gpus;
    made.speed.metric = QStringLiteral("samples_per_sec");
    made.speed.perSecond = perSecond;
    made.speed.batch = 256 * gpus;
    made.startS = 1'700'000'000;
    return made;
}

} // namespace

class TestBaselinesDesk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { initResources(); }
    void init() { QVERIFY(m_folder.isValid()); }
    void cleanup()
    {
        QFile::remove(own());
        QFile::remove(own() + QStringLiteral(".unreadable"));
    }

    void catalogue_isListed()
    {
        Desk desk(own());
        QTRY_COMPARE(desk.all(), 2205);
        QCOMPARE(desk.own(), 0);
        QVERIFY(desk.note().isEmpty());
        QVERIFY(!QFile::exists(own())); // nothing of one's own, no file
    }

    void import_tellsBadRowsAndSurvivesARestart()
    {
        const QString csv = m_folder.filePath(QStringLiteral("mine.csv"));
        write(csv, "benchmark,metric,value,unit,accelerators,source\n"
                   "resnet50,throughput,8200,images/s,8,\n"
                   "resnet50,throughput,,images/s,16,\n"
                   "resnet50,throughput,31000,images/s,32,\"A report, 2026\"\n"
                   "resnet50,throughput,fast,images/s,64,\n");
        {
            Desk desk(own());
            QTRY_COMPARE(desk.all(), 2205);
            desk.library.importFrom(csv);
            QTRY_COMPARE(desk.own(), 2);
            QCOMPARE(desk.note(),
                     QStringLiteral("2 record(s) imported from mine.csv. 2 row(s) were left out (row 2: value, "
                                    "row 4: value)."));
            desk.library.importFrom(csv);
            QTRY_VERIFY(desk.note().startsWith(QLatin1String("0 record(s) imported")));
            QVERIFY(desk.note().contains(QLatin1String("2 were there already.")));
            QCOMPARE(desk.own(), 2);
        }
        Desk again(own());
        QTRY_COMPARE(again.own(), 2);
        QCOMPARE(again.all(), 2207);
        const auto &records = again.library.records()->records();
        QVERIFY(records[2205].source.isOwn);
        QVERIFY(!records[2206].source.isOwn); // it names a source
        QCOMPARE(*records[2206].source.name, QStringLiteral("A report, 2026"));
        QCOMPARE(*records[2206].value, 31000.0);
    }

    void import_ofWhatIsNoTable_isTold()
    {
        const QString path = m_folder.filePath(QStringLiteral("notes.txt"));
        write(path, "dear diary\n");
        Desk desk(own());
        QTRY_COMPARE(desk.all(), 2205);
        desk.library.importFrom(path);
        QTRY_VERIFY(desk.note().contains(QLatin1String("notes.txt")));
        QCOMPARE(desk.own(), 0);
    }

    void damagedFile_isToldAndKeptAside()
    {
        write(own(), "[\n{\"benchmark\": \"resnet50\", ");
        Desk desk(own());
        QTRY_COMPARE(desk.all(), 2205); // the catalogue is there all the same
        QVERIFY2(desk.note().contains(QLatin1String("baselines.json")), qPrintable(desk.note()));
        QVERIFY(desk.library.problem());
        desk.library.keep({BaselinesDesk::ownBaseline(run(7, "mine-8gpu", 8, 900), QStringLiteral("juniper"))});
        QTRY_COMPARE(desk.own(), 1);
        QVERIFY(!desk.library.problem());
        QCOMPARE(read(own() + QStringLiteral(".unreadable")), QByteArray("[\n{\"benchmark\": \"resnet50\", "));
        QVERIFY(read(own()).contains("mine"));
    }

    void run_becomesABaselineOfOnesOwn()
    {
        Desk desk(own());
        const QString cluster = QStringLiteral("juniper");
        // Before the catalogue is read: they are not lost.
        desk.library.keep({BaselinesDesk::ownBaseline(run(7, "mine-8gpu", 8, 900), cluster)});
        QTRY_COMPARE(desk.own(), 1);
        desk.library.keep({BaselinesDesk::ownBaseline(run(8, "mine-16gpu", 16, 1700), cluster),
                           BaselinesDesk::ownBaseline(run(7, "mine-8gpu", 8, 910), cluster)});
        QTRY_COMPARE(desk.own(), 2); // of a run there is one
        const Baseline *record = desk.library.records()->find(QStringLiteral("run-juniper-7"));
        QVERIFY(record);
        QCOMPARE(record->benchmark, QStringLiteral("mine"));
        QCOMPARE(*record->value, 910.0);
        QCOMPARE(*record->globalBatch, 2048);
        QCOMPARE(*record->source.year, 2023);
        QVERIFY(record->source.isOwn);
        desk.desk->page()->filters()->setSearchText(QStringLiteral("own=yes"));
        const auto &series = desk.desk->page()->plot()->series();
        QCOMPARE(series.size(), std::size_t(1)); // both scales, one curve
        QCOMPARE(series[0].points.size(), std::size_t(2));
        desk.desk->page()->select(record->id);
        QVERIFY(desk.desk->page()->details()->shownTexts().join(u'\n').contains(QLatin1String("own measurement")));
    }

    void removed_isGoneFromTheFile()
    {
        Desk desk(own());
        desk.library.keep({BaselinesDesk::ownBaseline(run(7, "mine", 8, 900), QStringLiteral("juniper"))});
        QTRY_COMPARE(desk.own(), 1);
        emit desk.desk->page()->removeRequested(QStringLiteral("run-juniper-7"));
        QTRY_COMPARE(desk.own(), 0);
        QVERIFY(!read(own()).contains("juniper"));
        QCOMPARE(desk.all(), 2205);
    }

    void folderThatCannotBeWritten_isTold()
    {
        const QString file = m_folder.filePath(QStringLiteral("a-file"));
        write(file, "x");
        Desk desk(file + QStringLiteral("/baselines.json"));
        QTRY_COMPARE(desk.all(), 2205);
        desk.library.keep({BaselinesDesk::ownBaseline(run(7, "mine", 8, 900), QStringLiteral("juniper"))});
        QTRY_COMPARE(desk.own(), 1); // it serves until the end
        QTRY_VERIFY(desk.note().contains(QLatin1String("baselines.json")));
    }

private:
    QString own() const { return m_folder.filePath(QStringLiteral("baselines.json")); }
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestBaselinesDesk)
#include "tst_baselinesdesk.moc"
