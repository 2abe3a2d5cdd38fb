// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/baselinecatalogue.h"
#include "backends/catalogue/baselinerecord.h"
#include "backends/catalogue/baselinetext.h"
#include "backends/catalogue/citation.h"
#include "backends/catalogue/ownbaselines.h"
#include "resources/resources.h"

#include <QSet>
#include <QTest>
#include <QThread>

using namespace paceline;

namespace {

QByteArray head(int records, const char *kind = "paper")
{
    return QByteArray("{\"catalogue\":\"") + kind + "\",\"version\":1,\"records\":" + QByteArray::number(records) +
           "}\n";
}

const QByteArray kRecord =
    R"({"id":"a","title":"T","source_locator":"arXiv:1","benchmark":"b","metric":"m","value":1.5,"unit":"u"})";

} // namespace

class TestBaselineCatalogue : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void builtIn_holdsEveryRecordWithItsCitation();
    void builtIn_hasNoZeroAndNoEmptyTextForUnknown();
    void seriesAndCarriedOverRecords_leadSomewhere();
    void load_comesFromAnotherThread();
    void section_sharesItsFieldsUntilTheNextOne();
    void badFile_isRefused_data();
    void badFile_isRefused();
    void filter_asksForEveryFieldThatItNames();
    void json_isReadBackAsItWas();
    void csv_isReadBackAsOwn();
    void own_withoutSourceIsMarked();
    void own_badRowsCostThemselves();
    void own_takesEveryForm_data();
    void own_takesEveryForm();
    void citation_namesRoundAndEntry();
    void citation_ofOwnFiguresSaysSo();
    void bibtex_ofEveryRecordIsBalanced();

private:
    BaselineSetPtr m_all;
};

void TestBaselineCatalogue::initTestCase()
{
    const auto all = builtInBaselines();
    QVERIFY2(all.has_value(), qPrintable(all ? QString() : all.error().detail));
    m_all = *all;
}

void TestBaselineCatalogue::builtIn_holdsEveryRecordWithItsCitation()
{
    QHash<BaselineKind, int> counts;
    for (const Baseline &record : m_all->records()) {
        ++counts[record.kind];
        QVERIFY2(record.source.locator && record.source.name, qPrintable(record.id));
        QVERIFY2(record.value.has_value() != record.formula.formula.has_value(), qPrintable(record.id));
        QVERIFY2(!record.source.isOwn, qPrintable(record.id));
    }
    QCOMPARE(m_all->records().size(), std::size_t(2205));
    QCOMPARE(counts.value(BaselineKind::Paper), 111);
    QCOMPARE(counts.value(BaselineKind::MlperfHpc), 85);
    QCOMPARE(counts.value(BaselineKind::MlperfTraining), 962);
    QCOMPARE(counts.value(BaselineKind::LanguageModel), 456);
    QCOMPARE(counts.value(BaselineKind::Convergence), 198);
    QCOMPARE(counts.value(BaselineKind::Hardware), 300);
    QCOMPARE(counts.value(BaselineKind::Model), 67);
    QCOMPARE(counts.value(BaselineKind::Law), 26);
}

void TestBaselineCatalogue::builtIn_hasNoZeroAndNoEmptyTextForUnknown()
{
    const auto isTold = [](const std::optional<QString> &text) { return !text || !text->isEmpty(); };
    const auto isCount = [](const std::optional<qint64> &count) { return !count || *count > 0; };
    for (const Baseline &record : m_all->records()) {
        QVERIFY2(isTold(record.system) && isTold(record.accelerator) && isTold(record.note) &&
                     isTold(record.precision) && isTold(record.unit) && isTold(record.series),
                 qPrintable(record.id));
        QVERIFY2(isCount(record.accelerators) && isCount(record.nodes) && isCount(record.globalBatch) &&
                     isCount(record.source.year) && isCount(record.mlperf.runsFailed),
                 qPrintable(record.id));
        QVERIFY2(!record.accelerator || record.kind != BaselineKind::MlperfTraining || record.accelerators,
                 qPrintable(record.id));
    }
}

void TestBaselineCatalogue::seriesAndCarriedOverRecords_leadSomewhere()
{
    QSet<QString> names;
    int carriedOver = 0;
    for (const Baseline &record : m_all->records()) {
        if (record.series)
            names.insert(*record.series);
        if (!record.mlperf.carriedOverFrom)
            continue;
        ++carriedOver;
        const Baseline *earlier = m_all->find(*record.mlperf.carriedOverFrom);
        QVERIFY2(earlier, qPrintable(record.id));
        QCOMPARE(earlier->mlperf.runsMinutes, record.mlperf.runsMinutes); // the factor may be another round's
    }
    QCOMPARE(carriedOver, 109);
    QVERIFY(names.size() > 200);
    const auto series = m_all->series(QStringLiteral("megatron2021-weak"));
    QCOMPARE(series.size(), std::size_t(10));
    QVERIFY(std::is_sorted(series.begin(), series.end(),
                           [](const Baseline *a, const Baseline *b) { return *a->accelerators < *b->accelerators; }));
}

void TestBaselineCatalogue::load_comesFromAnotherThread()
{
    QFuture<Result<BaselineSetPtr>> future = loadBuiltInBaselines();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().has_value());
    QCOMPARE((*future.result())->records().size(), m_all->records().size());
}

void TestBaselineCatalogue::section_sharesItsFieldsUntilTheNextOne()
{
    const auto read = parseBaselineFile(
        head(3, "mlperf-hpc") +
        R"({"section":{"source":"logs","source_base":"o/r@c:","suite":"MLPerf HPC","round":"v9","submitter":"S","system":"M","benchmark":"b","metric":"time_to_train","unit":"minutes","nodes":4}}
{"id":"1","source_locator":"x/deep","value":2,"strange":[1,{"a":null}]}
{"id":"2","source_locator":"x/other","value":3,"nodes":null,"system":"N"}
{"section":{}}
)" + QByteArray(kRecord).replace("\"u\"", "\"\""));
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->size(), std::size_t(3));
    const Baseline &first = (*read)[0], &second = (*read)[1], &third = (*read)[2];
    QCOMPARE(first.source.title, QStringLiteral("MLPerf HPC v9: S, M, deep"));
    QCOMPARE(*first.source.locator, QStringLiteral("o/r@c:x/deep"));
    QCOMPARE(first.nodes, std::optional<qint64>(4));
    QCOMPARE(first.others, (std::vector<NamedValue>{{QStringLiteral("strange"), QStringLiteral("[1,{\"a\":null}]")}}));
    QCOMPARE(second.nodes, std::nullopt);
    QCOMPARE(*second.system, QStringLiteral("N"));
    QCOMPARE(third.mlperf.suite, std::nullopt);
    QCOMPARE(third.unit, std::nullopt);
}

void TestBaselineCatalogue::badFile_isRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("empty") << QByteArray() << ErrorKind::Malformed;
    QTest::newRow("no head") << kRecord << ErrorKind::Malformed;
    QTest::newRow("other kind") << head(1, "poem") + kRecord << ErrorKind::Malformed;
    QTest::newRow("other version") << head(1).replace("\"version\":1", "\"version\":2") + kRecord
                                   << ErrorKind::Unsupported;
    QTest::newRow("too few") << head(2) + kRecord << ErrorKind::Malformed;
    QTest::newRow("cut off") << head(1) + kRecord.chopped(1) << ErrorKind::Malformed;
    for (const char *field : {"\"a\"", "\"T\"", "\"arXiv:1\"", "\"b\"", "\"m\"", "1.5"})
        QTest::addRow("without %s", field)
            << head(1) + QByteArray(kRecord).replace(field, "null") << ErrorKind::Malformed;
    QTest::newRow("text for a number") << head(1) + QByteArray(kRecord).replace("1.5", "\"much\"")
                                       << ErrorKind::Malformed;
    QTest::newRow("half an accelerator") << head(1) +
                                                QByteArray(kRecord).replace("\"id\"", "\"accelerators\":1.5,\"id\"")
                                         << ErrorKind::Malformed;
}

void TestBaselineCatalogue::badFile_isRefused()
{
    QFETCH(QByteArray, text);
    const auto read = parseBaselineFile(text);
    QVERIFY(!read);
    QTEST(read.error().kind, "kind");
}

void TestBaselineCatalogue::filter_asksForEveryFieldThatItNames()
{
    const auto count = [this](const BaselineFilter &filter) { return m_all->matching(filter).size(); };
    QCOMPARE(count({}), m_all->records().size());
    BaselineFilter filter;
    filter.kind = BaselineKind::MlperfTraining;
    filter.benchmark = QStringLiteral("BERT");
    QCOMPARE(count(filter), std::size_t(340));
    filter.accelerator = QStringLiteral("h100");
    filter.minAccelerators = 1024;
    for (const Baseline *record : m_all->matching(filter))
        QVERIFY(*record->acceleratorFamily == QStringLiteral("h100") && *record->accelerators >= 1024);
    const std::size_t all = count(filter);
    QVERIFY(all > 0);
    filter.withCarriedOver = false;
    QVERIFY(count(filter) > 0 && count(filter) < all);
    filter.submitter = QStringLiteral("nvidia");
    filter.year = 2023;
    filter.maxAccelerators = 3000;
    for (const Baseline *record : m_all->matching(filter))
        QVERIFY(*record->mlperf.submitter == QStringLiteral("NVIDIA") && *record->accelerators <= 3000);
    filter.precision = QStringLiteral("fp8"); // rounds do not tell it
    QCOMPARE(count(filter), std::size_t(0));
}

void TestBaselineCatalogue::json_isReadBackAsItWas()
{
    QByteArray text = head(int(m_all->records().size()));
    for (const Baseline &record : m_all->records())
        text += baselineJson(record) + '\n';
    auto again = parseBaselineFile(text);
    QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().detail));
    for (std::size_t i = 0; i < again->size(); ++i) {
        Baseline &record = (*again)[i];
        record.kind = m_all->records()[i].kind;
        QCOMPARE(baselineJson(record), baselineJson(m_all->records()[i]));
    }
}

void TestBaselineCatalogue::csv_isReadBackAsOwn()
{
    QByteArray text = baselineCsvHead() + '\n';
    std::vector<const Baseline *> written;
    for (const Baseline &record : m_all->records()) {
        if (!record.value || !record.unit)
            continue;
        written.push_back(&record);
        text += baselineCsv(record) + "\r\n";
    }
    const auto own = parseOwnBaselines(text);
    QVERIFY2(own.has_value(), qPrintable(own ? QString() : own.error().detail));
    QCOMPARE(own->badRows, 0);
    QCOMPARE(own->records.size(), written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        Baseline record = own->records[i];
        QCOMPARE(record.kind, BaselineKind::Own);
        QVERIFY(!record.source.isOwn);
        record.kind = written[i]->kind;
        QCOMPARE(baselineJson(record), baselineJson(*written[i]));
    }
}

void TestBaselineCatalogue::own_withoutSourceIsMarked()
{
    const auto own = parseOwnBaselines(R"([{"benchmark":"bert","metric":"throughput","value":12,"unit":"sequences/s"},
        {"id":"mine","benchmark":"bert","metric":"throughput","value":13,"unit":"sequences/s","source":"A paper"},
        {"id":"both","benchmark":"bert","metric":"throughput","value":13,"unit":"sequences/s","source":"Notebook","own":true}])");
    QVERIFY(own.has_value());
    QCOMPARE(own->records.size(), std::size_t(3));
    QCOMPARE(own->records[0].id, QStringLiteral("own-1-bert"));
    QVERIFY(own->records[0].source.isOwn);
    QVERIFY(!own->records[1].source.isOwn);
    QVERIFY(own->records[2].source.isOwn);
    QVERIFY(baselineJson(own->records[0]).contains("\"own\":true"));
    QVERIFY(!baselineJson(own->records[1]).contains("\"own\":"));
}

void TestBaselineCatalogue::own_badRowsCostThemselves()
{
    const auto own = parseOwnBaselines("benchmark;metric;value;unit;accelerators;runs_minutes\n"
                                       "bert;throughput;12,5;sequences/s;8;\n" // a decimal comma is no number
                                       "bert;throughput;12.5;sequences/s;8;\"1.5; 2.5\"\n"
                                       "bert;throughput;;sequences/s;8;\n"
                                       "bert;throughput;13;sequences/s;0;\n"
                                       ";throughput;13;sequences/s;4;\n"
                                       "bert;throughput;13;sequences/s;4;1;2;3\n");
    QVERIFY(own.has_value());
    QCOMPARE(own->records.size(), std::size_t(1));
    QCOMPARE(own->records[0].mlperf.runsMinutes, (std::vector<double>{1.5, 2.5}));
    QCOMPARE(own->badRows, 5);
    QStringList reasons;
    for (const OwnBaselines::BadRow &bad : own->firstBadRows)
        reasons.append(QStringLiteral("%1 %2").arg(bad.row).arg(bad.reason));
    QCOMPARE(reasons.join(u','), QStringLiteral("1 value,3 value,4 accelerators,5 benchmark,6 json"));
}

void TestBaselineCatalogue::own_takesEveryForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("records");
    const QByteArray one = R"({"benchmark":"b","metric":"m","value":1,"unit":"u"})";
    QTest::newRow("list") << "[" + one + "," + one + "]" << 2;
    QTest::newRow("lines") << one + "\n\n" + one + "\n" << 2;
    QTest::newRow("one over lines") << QByteArray(one).replace(",", ",\n") << 1;
    QTest::newRow("mark of UTF-8") << "\xef\xbb\xbf" + one << 1;
    QTest::newRow("commas") << QByteArray("Benchmark,metric,value,unit\nb,m,1,\"u, \"\"v\"\"\"\n") << 1;
    QTest::newRow("tabs") << QByteArray("benchmark\tmetric\tvalue\tunit\r\nb\tm\t1\tu\r\n\r\n") << 1;
    QTest::newRow("no head line") << QByteArray("b,m,1,u\n") << -1;
    QTest::newRow("half a list") << "[" + one << -1;
    QTest::newRow("nothing") << QByteArray("  \n") << -1;
    QTest::newRow("a well") << QByteArray(100000, '[') << -1;
    QTest::newRow("brackets in words") << QByteArray(one).replace("\"u\"", "\"" + QByteArray(50, '[') + "\"") << 1;
}

void TestBaselineCatalogue::own_takesEveryForm()
{
    QFETCH(QByteArray, text);
    QFETCH(int, records);
    const auto own = parseOwnBaselines(text);
    QCOMPARE(own.has_value(), records >= 0);
    if (own)
        QCOMPARE(int(own->records.size()), records);
    else
        QCOMPARE(own.error().kind, ErrorKind::Malformed);
}

void TestBaselineCatalogue::citation_namesRoundAndEntry()
{
    const Baseline *entry = m_all->find(QStringLiteral("mlperf-train-v3-0-nvidia-dgxh100-n96-ngc23-04-pytorch-bert"));
    QVERIFY(entry);
    const QString text = citationText(*entry), bibtex = citationBibtex(*entry);
    for (const char *part :
         {"MLPerf Training v3.0", "closed division", "NVIDIA", "dgxh100_n96", "bert", "0.25321 minutes",
          "training_results_v3.0@63e326c400f5d8bb8c6070a9ab08332d4931152e", "registered trademark"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    QVERIFY(!text.contains(u'\n'));
    for (const char *part :
         {"@misc{mlperf-train-v3-0-nvidia-dgxh100-n96-ngc23-04-pytorch-bert,", "year = {2023}", "author = {{NVIDIA}}",
          "MLPerf Training v3.0, closed division, NVIDIA, dgxh100\\_n96, bert",
          "url = {https://github.com/mlcommons/training_results_v3.0/tree/63e326c4"})
        QVERIFY2(bibtex.contains(QLatin1String(part)), qPrintable(bibtex));
    const Baseline *paper = m_all->find(QStringLiteral("goyal2017-256xp100-time"));
    QVERIFY(paper);
    QVERIFY(citationBibtex(*paper).contains(QStringLiteral("eprint = {1706.02677}")));
    QVERIFY(!citationText(*paper).contains(QStringLiteral("MLPerf")));
}

void TestBaselineCatalogue::citation_ofOwnFiguresSaysSo()
{
    const auto own = parseOwnBaselines("benchmark,metric,value,unit,suite,submitter\n"
                                       "bert,time_to_train,12,minutes,MLPerf Training,NVIDIA\n"
                                       "gpt,throughput,12,tokens/s,,\n");
    QVERIFY(own.has_value());
    QCOMPARE(own->records.size(), std::size_t(2));
    QVERIFY(citationText(own->records[0]).contains(kNotVerified));
    QVERIFY(citationBibtex(own->records[0]).contains(kNotVerified));
    QVERIFY(!isMlperf(own->records[0]));
    QVERIFY(citationText(own->records[1]).contains(QStringLiteral("own measurement")));
    QVERIFY(!citationText(own->records[1]).contains(kNotVerified));
}

void TestBaselineCatalogue::bibtex_ofEveryRecordIsBalanced()
{
    QSet<QString> keys;
    for (const Baseline &record : m_all->records()) {
        const QString entry = citationBibtex(record);
        int depth = 0;
        for (qsizetype i = 0; i < entry.size(); ++i) {
            const bool isEscaped = i > 0 && entry[i - 1] == u'\\';
            depth += isEscaped ? 0 : (entry[i] == u'{') - (entry[i] == u'}');
        }
        QVERIFY2(depth == 0, qPrintable(entry));
        keys.insert(entry.section(u',', 0, 0));
        QVERIFY2(!citationText(record).isEmpty(), qPrintable(record.id));
    }
    QCOMPARE(std::size_t(keys.size()), m_all->records().size());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    initResources();
    TestBaselineCatalogue test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_baselinecatalogue.moc"
