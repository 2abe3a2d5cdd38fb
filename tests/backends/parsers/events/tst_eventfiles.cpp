// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/crc32c.h"
#include "backends/parsers/events/eventfile.h"
#include "tests/backends/parsers/events/eventbytes.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace paceline;
using namespace paceline::events;
using namespace paceline::bytes;

namespace {

/// "tag@step=value" for each point, "!kind at offset" for each problem.
QByteArrayList storyOf(const QByteArray &bytes, qsizetype piece = 1 << 20)
{
    static const char *const kProblems[] = {"head", "length", "checksum", "message", "too large", "order"};
    EventFileReader reader;
    QByteArrayList story;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const ScalarBatch batch = reader.read(bytes.mid(at, piece));
        for (const ScalarPoint &point : batch.points)
            story << reader.tagName(point.tag).toUtf8() + '@' + QByteArray::number(point.step) + '=' +
                         QByteArray::number(point.value);
        for (const Problem &problem : batch.problems)
            story << QByteArray("!") + kProblems[int(problem.kind)] + " at " + QByteArray::number(problem.offset);
    }
    return story;
}

QByteArray loss(qint64 step, float value)
{
    return tfRecord(summaryEvent(1000.0 + double(step), step, simpleValue("loss", value)));
}

QByteArray floatTensor(float value)
{
    return field(1, 1) + field(2, QByteArray()) + field(4, raw(value));
}

QByteArray headOf(std::uint64_t length)
{
    const QByteArray bytes = raw(length);
    return bytes + raw(masked(crc32c({bytes.constData(), 8})));
}

} // namespace

class TestEventFiles : public QObject
{
    Q_OBJECT
private slots:
    void event_givesItsValues()
    {
        EventFileReader reader;
        const QByteArray negative =
            summaryEvent(2.5, -3, simpleValue("a", 1) + simpleValue("b", NAN) + simpleValue("a", 2));
        const ScalarBatch batch = reader.read(versionRecord() + tfRecord(negative));
        QCOMPARE(reader.version(), QStringLiteral("brain.Event:2"));
        QCOMPARE(reader.records(), 2);
        QCOMPARE(batch.points.size(), std::size_t(3));
        QCOMPARE(batch.points[0].step, -3);
        QCOMPARE(batch.points[0].wallTime, 2.5);
        QVERIFY(std::isnan(batch.points[1].value));
        QCOMPARE(batch.points[2].tag, batch.points[0].tag);
        QCOMPARE(reader.offset(), versionRecord().size() + tfRecord(negative).size());
        QCOMPARE(reader.waiting(), 0);
    }

    void fields_mayStandInAnyOrderAndUnknownOnesArePassedOver()
    {
        const QByteArray value = field(1, fixed32(2, 4) + field(99, QByteArray("x")) + field(1, QByteArray("loss")) +
                                              field(7, QByteArray("node")));
        const QByteArray message = field(5, value) + field(10, QByteArray("source")) + field(2, 7) +
                                   field(5, simpleValue("lr", 1)) + fixed64(1, 3);
        QCOMPARE(storyOf(tfRecord(message)), (QByteArrayList{"loss@7=4", "lr@7=1"}));
    }

    void plugin_ofTheFirstValueHolds()
    {
        const QByteArray file = tfRecord(summaryEvent(1, 1, tensorValue("loss", floatTensor(1), "scalars"))) +
                                tfRecord(summaryEvent(2, 2, tensorValue("loss", floatTensor(2)))) +
                                tfRecord(summaryEvent(3, 1, tensorValue("pr", floatTensor(1), "pr_curves"))) +
                                tfRecord(summaryEvent(4, 2, tensorValue("pr", floatTensor(2)))) +
                                tfRecord(summaryEvent(5, 3, tensorValue("pr", floatTensor(2), "scalars"))) +
                                tfRecord(summaryEvent(6, 1, tensorValue("nobody said", floatTensor(3))));
        QCOMPARE(storyOf(file), (QByteArrayList{"loss@1=1", "loss@2=2", "nobody said@1=3"}));
    }

    void plugin_isToldByTheClassWhereItHasNoName()
    {
        const QByteArray value =
            field(1, field(1, QByteArray("loss")) + field(8, floatTensor(1)) + field(9, field(4, 1)));
        QCOMPARE(storyOf(tfRecord(summaryEvent(1, 1, value))), (QByteArrayList{"loss@1=1"}));
    }

    void otherSummaries_arePassedOverAndCounted()
    {
        const auto other = [](int number) {
            return field(1, field(1, QByteArray("x")) + field(number, QByteArray("\x08\x01")));
        };
        const QByteArray text = tensorValue("text", field(1, 7) + field(8, QByteArray("hello")), "text");
        const QByteArray hparams =
            field(1, field(1, QByteArray("_hparams_")) + field(9, field(1, field(1, QByteArray("hparams")))));
        EventFileReader reader;
        const ScalarBatch batch =
            reader.read(tfRecord(summaryEvent(1, 1, other(3) + other(4) + other(5) + other(6) + text + hparams)) +
                        tfRecord(fixed64(1, 1) + field(4, QByteArray("a graph"))) + loss(1, 5));
        QVERIFY(batch.problems.empty());
        QCOMPARE(batch.points.size(), std::size_t(1));
        QCOMPARE(reader.otherValues(), 5);
    }

    void sessionStart_isARestart()
    {
        EventFileReader reader;
        const ScalarBatch batch = reader.read(startRecord(5, 40) + tfRecord(field(7, field(1, 2))));
        QCOMPARE(batch.restarts.size(), std::size_t(1));
        QCOMPARE(batch.restarts[0].step, 40);
        QCOMPARE(batch.restarts[0].wallTime, 5.0);
    }

    void damage_costsTheRecord_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArrayList>("story");
        const QByteArray a = loss(1, 1), b = loss(2, 2), c = loss(3, 3);
        const QByteArray size = QByteArray::number(a.size());
        const auto row = [](const char *name, const QByteArray &file, const QByteArrayList &story) {
            QTest::newRow(name) << file << story;
        };
        const auto changed = [](QByteArray bytes, qsizetype at) {
            bytes[at] = char(~bytes[at]);
            return bytes;
        };
        row("data", a + changed(b, 20) + c, {"loss@1=1", "loss@3=3", "!checksum at " + size});
        row("checksum of the data", a + changed(b, b.size() - 1) + c, {"loss@1=1", "loss@3=3", "!checksum at " + size});
        row("length", a + changed(b, 0) + c, {"loss@1=1", "loss@3=3", "!length at " + size});
        row("checksum of the length", a + changed(b, 8) + c, {"loss@1=1", "loss@3=3", "!length at " + size});
        row("half a record, and on", a + b.left(30) + c, {"loss@1=1", "loss@3=3", "!checksum at " + size});
        row("half a head, and on", a + b.left(9) + c, {"loss@1=1", "loss@3=3", "!length at " + size});
        row("a byte too many", a + '\0' + b, {"loss@1=1", "loss@2=2", "!length at " + size});
        row("zeros", a + QByteArray(100, '\0') + b, {"loss@1=1", "loss@2=2", "!length at " + size});
        row("bad message", a + tfRecord(summaryEvent(1, 5, simpleValue("x", 1) + "\x0a\x7f")) + c,
            {"loss@1=1", "loss@3=3", "!message at " + size});
        row("length of 2^63", a + headOf(1ULL << 63) + b, {"loss@1=1", "loss@2=2", "!length at " + size});
        row("length of 2^64 - 1", a + headOf(~0ULL) + b, {"loss@1=1", "loss@2=2", "!length at " + size});
        row("length of 1 GiB waits", a + headOf(1ULL << 30) + b, {"loss@1=1", "!too large at " + size});
        row("length of 60 MiB waits", a + headOf(60ULL << 20) + b, {"loss@1=1"});
        row("cut", a + b.left(b.size() - 1), {"loss@1=1"});
        row("nothing but noise", QByteArray(5000, 'x'), {"!length at 0"});
        row("long name", a + tfRecord(summaryEvent(1, 1, simpleValue(QByteArray(5000, 'x'), 1))) + b,
            {"loss@1=1", "loss@2=2", "!too large at " + size});
    }
    void damage_costsTheRecord()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArrayList, story);
        QCOMPARE(storyOf(file), story);
        std::sort(story.begin(), story.end());
        for (const qsizetype piece : {1, 7, 4096}) {
            QByteArrayList inPieces = storyOf(file, piece);
            std::sort(inPieces.begin(), inPieces.end());
            QCOMPARE(inPieces, story);
        }
    }

    void longRecord_isPassedOverWithoutKeepingIt()
    {
        EventFileReader reader;
        const qsizetype size = qsizetype(TfRecordReader::kMaxKept) + 1;
        QCOMPARE(reader.read(headOf(std::uint64_t(size))).problems.size(), std::size_t(1));
        const QByteArray block(1 << 20, 'x');
        for (qsizetype at = 0; at < size + 4; at += block.size()) {
            (void)reader.read(block.left(size + 4 - at));
            QCOMPARE(reader.waiting(), 0);
        }
        QCOMPARE(reader.read(loss(1, 1)).points.size(), std::size_t(1));
    }

    void tagTable_isLimited()
    {
        TagTable tags;
        for (std::size_t i = 0; i < TagTable::kMaxTags; ++i)
            QCOMPARE(tags.numberOf(std::to_string(i)), int(i));
        QCOMPARE(tags.numberOf("one more"), -1);
        QCOMPARE(tags.numberOf("7"), 7);
        QCOMPARE(tags.numberOf("8"), 8);
    }
};

QTEST_GUILESS_MAIN(TestEventFiles)
#include "tst_eventfiles.moc"
