// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/registry.h"
#include "tests/backends/parsers/logs/expectedlog.h"

#include <QJsonArray>
#include <QTest>

using namespace paceline;

namespace {

enum class End { Open, Reached };

std::vector<LogRecord> readIn(const QByteArray &bytes, qsizetype pieceSize, End end = End::Reached)
{
    logs::LogStream stream;
    std::vector<LogRecord> records;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        for (LogRecord &record : stream.feed(bytes.mid(at, pieceSize), 1))
            records.push_back(std::move(record));
    }
    if (end == End::Reached) {
        for (logs::Reading &reading : stream.finish())
            records.push_back(std::move(reading.record));
    }
    return records;
}

/// NaN is unequal to itself, so records are compared as text.
QByteArray textOf(const LogRecord &r)
{
    QByteArray text;
    const auto number = [&](auto value) { text += QByteArray::number(double(value), 'g', 17) + ' '; };
    const auto maybe = [&](const auto &value) { value ? number(*value) : void(text += "- "); };
    number(r.line), number(r.lastLine), maybe(r.segment), number(int(r.kind)), maybe(r.rank), maybe(r.step),
        maybe(r.totalSteps);
    maybe(r.stepInEpoch), maybe(r.stepsPerEpoch), maybe(r.epoch), maybe(r.totalEpochs), maybe(r.samples),
        number(r.stepFromBar);
    number(r.offset), number(r.length);
    for (const LogMetric &m : r.metrics) {
        text += m.name.toUtf8() + '=';
        number(m.value);
        text += m.unit.toUtf8() + ' ' + m.canon.toUtf8() + ' ';
    }
    return text;
}

QByteArrayList textsOf(const std::vector<LogRecord> &records)
{
    QByteArrayList texts;
    for (const LogRecord &record : records)
        texts << textOf(record);
    return texts;
}

/// Their readers hold a record back, or more than their state tells: followed again, they are read from the beginning.
const QSet<QString> kReadAnew = {QStringLiteral("bigdl"),
                                 QStringLiteral("caffe"),
                                 QStringLiteral("chainer"),
                                 QStringLiteral("deepmd-lcurve"),
                                 QStringLiteral("deepspeed--chat-rlhf-multiline"),
                                 QStringLiteral("dllogger-json"),
                                 QStringLiteral("dllogger-text"),
                                 QStringLiteral("dllogger-text--rnnt"),
                                 QStringLiteral("dlrm"),
                                 QStringLiteral("flair"),
                                 QStringLiteral("hugectr"),
                                 QStringLiteral("lightning-csv"),
                                 QStringLiteral("llm-foundry"),
                                 QStringLiteral("mindspore"),
                                 QStringLiteral("mxnet-module"),
                                 QStringLiteral("mxnet-module--nan"),
                                 QStringLiteral("mxnet-ssd"),
                                 QStringLiteral("nvidia-bert-dict"),
                                 QStringLiteral("nvidia-dlrm"),
                                 QStringLiteral("nvidia-gnmt"),
                                 QStringLiteral("nvidia-ncf"),
                                 QStringLiteral("nvidia-ssd"),
                                 QStringLiteral("olmo"),
                                 QStringLiteral("paddle"),
                                 QStringLiteral("paddle--ocr"),
                                 QStringLiteral("stable-baselines3"),
                                 QStringLiteral("tf-cnn-benchmarks"),
                                 QStringLiteral("tf-model-garden"),
                                 QStringLiteral("ultralytics-console"),
                                 QStringLiteral("ultralytics-csv"),
                                 QStringLiteral("verl")};

QString formatOf(const QByteArray &bytes)
{
    logs::LogStream stream;
    stream.read(bytes);
    return stream.format();
}

QByteArray stateOf(const QByteArray &bytes)
{
    logs::LogStream stream;
    stream.read(bytes);
    return stream.place().state;
}

} // namespace

class TestLogFormats : public QObject
{
    Q_OBJECT

    static void addFixtures()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = expectedLogNames();
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

private slots:
    void cutAnywhere_anotherStreamGoesOnAtItsPlace_data() { addFixtures(); }
    void cutAnywhere_anotherStreamGoesOnAtItsPlace()
    {
        QFETCH(QString, name);
        // Twice, so that what readers learned in the first half decides about lines of the second.
        const QByteArray once = loadExpectedLog(name).bytes;
        const QByteArray bytes = once + once;
        const QByteArrayList whole = textsOf(readIn(bytes, bytes.size(), End::Open));
        const QString format = formatOf(bytes);
        const QByteArray state = stateOf(bytes);
        const qsizetype step = 1 + bytes.size() / 400;
        int places = 0, left = 0;
        for (qsizetype cut = 0; cut <= bytes.size(); cut += step) {
            logs::LogStream before;
            QByteArrayList records = textsOf(before.feed(bytes.first(cut), 1));
            const logs::LogStream::Place place = before.place();
            ++(place.canGoOn ? places : left);
            if (!place.canGoOn)
                continue;
            logs::LogStream after({{}, place.offset, place.line, place.segment, place.state});
            records += textsOf(after.feed(bytes.sliced(place.offset), 1));
            QVERIFY2(records == whole, qPrintable(QStringLiteral("cut at %1").arg(cut)));
            QCOMPARE(after.format(), format);
            QCOMPARE(after.place().state, state);
        }
        QCOMPARE(places > 10 * left, !kReadAnew.contains(name));
    }

    void fixture_givesTheExpectedRecordsAndNoOther_data() { addFixtures(); }
    void fixture_givesTheExpectedRecordsAndNoOther()
    {
        QFETCH(QString, name);
        const ExpectedLog log = loadExpectedLog(name);
        QVERIFY(!log.bytes.isEmpty());
        QVERIFY(!log.records.isEmpty());
        const Comparison result = compare(readIn(log.bytes, log.bytes.size()), log);
        for (const QString &text : result.wrong)
            qWarning("%s: %s", qPrintable(name), qPrintable(text));
        for (const QString &text : result.unexpected)
            qWarning("%s: not expected: %s", qPrintable(name), qPrintable(text));
        QCOMPARE(result.unexpected.size(), 0);
        QCOMPARE(result.right, int(log.records.size()));
    }

    void prefix_givesTheSameRecordsAsTheWholeUpToThere_data() { addFixtures(); }
    void prefix_givesTheSameRecordsAsTheWholeUpToThere()
    {
        QFETCH(QString, name);
        const QByteArray bytes = loadExpectedLog(name).bytes;
        const QByteArrayList whole = textsOf(readIn(bytes, bytes.size()));
        // Byte by byte: what has come out after each byte is what that prefix gives.
        QCOMPARE(textsOf(readIn(bytes, 1)), whole);
        const qsizetype stride = std::max<qsizetype>(1, bytes.size() / 400);
        for (qsizetype size = 1; size < bytes.size(); size += stride) {
            const QByteArrayList part = textsOf(readIn(bytes.left(size), size, End::Open));
            QCOMPARE(part, whole.mid(0, part.size()));
        }
    }

    void format_isNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("format");
        QTest::newRow("cluster's example") << QStringLiteral("pytorch-ddp") << QStringLiteral("generic");
        QTest::newRow("imagenet") << QStringLiteral("pytorch-imagenet") << QStringLiteral("pytorch-imagenet");
        QTest::newRow("trainer with its bar") << QStringLiteral("hf-trainer") << QStringLiteral("hf-trainer");
        QTest::newRow("bar alone") << QStringLiteral("tqdm-raw") << QStringLiteral("tqdm-raw");
    }
    void format_isNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, format);
        logs::LogStream stream;
        QCOMPARE(stream.format(), QString());
        stream.feed(loadExpectedLog(name).bytes, 1);
        QCOMPARE(stream.format(), format);
    }

    void format_changesInMidFile()
    {
        logs::LogStream stream;
        stream.feed(loadExpectedLog(QStringLiteral("pytorch-imagenet")).bytes, 1);
        QCOMPARE(stream.format(), QStringLiteral("pytorch-imagenet"));
        const QByteArray other = loadExpectedLog(QStringLiteral("pytorch-ddp")).bytes;
        for (int i = 0; i < 20; ++i)
            stream.feed(other, 1);
        QCOMPARE(stream.format(), QStringLiteral("generic"));
    }

    void format_canBeForced()
    {
        logs::LogStream::Start start;
        start.format = QStringLiteral("pytorch-imagenet");
        logs::LogStream stream(start);
        QVERIFY(stream.feed(loadExpectedLog(QStringLiteral("pytorch-ddp")).bytes, 1).empty());
        QVERIFY(!stream.feed(loadExpectedLog(QStringLiteral("pytorch-imagenet")).bytes, 1).empty());
    }

    void line_thatLooksLikeMetricsAndIsNotUnderstood_isCounted()
    {
        logs::LogStream stream;
        stream.feed("hello\nthe loss was about 0.5 they said\nstep 1 loss 0.5\n", 1);
        QCOMPARE(stream.puzzles(), 1);
        QCOMPARE(stream.firstPuzzles().front().line, 2);
    }

    void line_ofTenMegabytes_isCutAndCounted()
    {
        logs::LogStream stream;
        QByteArray bytes = "step 1 loss 0.5\n" + QByteArray(10 << 20, 'x') + "\nstep 2 loss 0.4\n";
        const std::vector<LogRecord> records = stream.feed(bytes, 1);
        QCOMPARE(records.size(), size_t(2));
        QCOMPARE(records[1].line, 3);
        QCOMPARE(records[1].offset, qint64(16 + (10 << 20) + 1));
        QCOMPARE(stream.tooLongLines(), 1);
    }

    void offsets_pointAtTheLine()
    {
        const QByteArray bytes = loadExpectedLog(QStringLiteral("hf-trainer")).bytes;
        for (const LogRecord &record : readIn(bytes, 7)) {
            const QByteArray text = bytes.mid(record.offset, record.length);
            QVERIFY(text.contains(record.kind == RecordKind::Progress ? "%|" : "'loss'"));
            QVERIFY(!text.contains('\n'));
        }
    }

    void registry_namesAreUnique()
    {
        for (const logs::LogFormat &format : logs::logFormats())
            QCOMPARE(logs::findLogFormat(logs::firstName(format)), &format);
        QCOMPARE(logs::findLogFormat("megatron-core"), logs::findLogFormat("megatron-lm"));
        QVERIFY(!logs::findLogFormat("megatron"));
    }
};

QTEST_GUILESS_MAIN(TestLogFormats)
#include "tst_logformats.moc"
