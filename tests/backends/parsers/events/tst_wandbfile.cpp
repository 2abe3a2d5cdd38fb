// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/wandbfile.h"
#include "tests/backends/parsers/events/eventbytes.h"

#include <QTest>

using namespace paceline;
using namespace paceline::events;
using namespace paceline::bytes;

namespace {

struct Story
{
    QByteArrayList points, problems;
};

Story storyOf(WandbFileReader &reader, const QByteArray &bytes, qsizetype piece)
{
    static const char *const kProblems[] = {"head", "length", "checksum", "message", "too large", "order"};
    Story story;
    const auto take = [&](const ScalarBatch &batch) {
        for (const ScalarPoint &point : batch.points)
            story.points << reader.tagName(point.tag).toUtf8() + '@' + QByteArray::number(point.step) + '=' +
                                QByteArray::number(point.value);
        for (const Problem &problem : batch.problems)
            story.problems << QByteArray(kProblems[int(problem.kind)]) + " at " + QByteArray::number(problem.offset);
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        take(reader.read(bytes.mid(at, piece)));
    take(reader.finish());
    return story;
}

Story storyOf(const QByteArray &bytes, qsizetype piece = 1 << 20)
{
    WandbFileReader reader;
    return storyOf(reader, bytes, piece);
}

QByteArray loss(qint64 step)
{
    return historyRecord(step, historyItem("loss", QByteArray::number(step)) +
                                   historyItem("_step", QByteArray::number(step)));
}

/// A record of many bytes that says nothing.
QByteArray longRecord(qsizetype size)
{
    return field(13, QByteArray(size, 'x'));
}

QByteArray changed(QByteArray bytes, qsizetype at)
{
    bytes[at] = char(~bytes[at]);
    return bytes;
}

} // namespace

class TestWandbFile : public QObject
{
    Q_OBJECT
private slots:
    void history_givesItsNumbers()
    {
        WandbFileReader reader;
        const QByteArray nested =
            field(1, field(2, QByteArray("val")) + field(2, QByteArray("acc")) + field(16, QByteArray("0.5")));
        const QByteArray items = historyItem("loss", "NaN") + nested + historyItem("o", R"({"a": {"b": 2}})") +
                                 historyItem("pic", R"({"_type": "image-file", "size": 7})") +
                                 historyItem("s", "\"text\"") + historyItem("_timestamp", "1700000000.25") +
                                 historyItem("_runtime", "3") + historyItem("_step", "12");
        const ScalarBatch batch = reader.read(wandbFile({historyRecord(12, items)}));
        QCOMPARE(batch.points.size(), std::size_t(3));
        QCOMPARE(reader.tagName(batch.points[1].tag), QStringLiteral("val.acc"));
        QCOMPARE(reader.tagName(batch.points[2].tag), QStringLiteral("o.a.b"));
        QCOMPARE(batch.points[2].value, 2.0);
        QCOMPARE(batch.points[0].step, 12);
        QCOMPARE(batch.points[0].wallTime, 1700000000.25);
        QCOMPARE(reader.otherValues(), 2);
    }

    void step_isTakenFromWhereItStands()
    {
        const QByteArray item = historyItem("a", "1");
        const QByteArray file = wandbFile({historyRecord(7, item),                                  // in the message
                                           field(2, item + historyItem("_step", "9")),              // as a key
                                           field(2, item),                                          // nowhere: the next
                                           historyRecord(0, item),                                  // zero is left out
                                           field(2, item + historyItem("_step", "\"5\"")),          // no number
                                           field(2, item + historyItem("_step", "5.5")),            // no step
                                           field(2, item + field(1, field(2, QByteArray("_step")) + // as a path
                                                                        field(16, QByteArray("20")))),
                                           field(17, field(14, 40)), // a run that goes on
                                           field(2, item)});
        QCOMPARE(storyOf(file).points,
                 (QByteArrayList{"a@7=1", "a@9=1", "a@10=1", "a@0=1", "a@1=1", "a@2=1", "a@20=1", "a@40=1"}));
    }

    void summaryAndExit_areTold()
    {
        WandbFileReader reader;
        const auto update = [](const char *key, const char *json) {
            return field(1, field(1, QByteArray(key)) + field(16, QByteArray(json)));
        };
        const QByteArray removed = field(2, field(1, QByteArray("a")));
        const QByteArray exit = field(18, field(1, 3) + field(2, 60));
        (void)reader.read(wandbFile({field(3, update("a", "1") + update("b", "2") + update("_wandb", "{}")),
                                     field(3, update("b", "\"x\"") + removed), exit}));
        QCOMPARE(reader.summary(), (std::map<std::string, std::string>{{"b", "\"x\""}}));
        QVERIFY(reader.exit());
        QCOMPARE(reader.exit()->code, 3);
        QCOMPARE(reader.exit()->runtimeS, 60);
    }

    void blocks_areJoined_data()
    {
        QTest::addColumn<qsizetype>("size");
        // What is left of the first block after the long record: from nothing to more than a chunk's head.
        for (qsizetype left = 0; left <= 16; ++left)
            QTest::addRow("%d left", int(left)) << 32768 - 7 - 7 - 4 - left;
        QTest::newRow("three blocks") << qsizetype(90000);
    }
    void blocks_areJoined()
    {
        QFETCH(qsizetype, size);
        for (const WandbChecksum checksum : {WandbChecksum::Ieee, WandbChecksum::Castagnoli}) {
            const QByteArray file = wandbFile({longRecord(size), loss(1), longRecord(40000), loss(2)}, checksum);
            for (const qsizetype piece : {1, 7, 4096, 1 << 20}) {
                const Story story = storyOf(file, piece);
                QCOMPARE(story.points, (QByteArrayList{"loss@1=1", "loss@2=2"}));
                QCOMPARE(story.problems, QByteArrayList());
            }
        }
    }

    void damage_costsTheRecord_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArrayList>("points");
        QTest::addColumn<QByteArrayList>("problems");
        const auto row = [](const char *name, const QByteArray &file, const QByteArrayList &points,
                            const QByteArrayList &problems) { QTest::newRow(name) << file << points << problems; };
        const QByteArray file = wandbFile({loss(1), loss(2), loss(3)});
        const qsizetype one = (file.size() - 7) / 3, second = 7 + one;
        const QByteArray place = QByteArray::number(second);
        const QByteArrayList others{"loss@1=1", "loss@3=3"};
        row("data", changed(file, second + 12), others, {"checksum at " + place});
        row("checksum", changed(file, second), others, {"checksum at " + place});
        row("type", changed(file, second + 6), others, {"length at " + place});
        row("length beyond the block", changed(file, second + 5), others, {"length at " + place});
        row("length beyond the end", changed(file, second + 4), others, {"length at " + place});
        row("head of the file", changed(file, 1), {"loss@1=1", "loss@2=2", "loss@3=3"}, {"head at 0"});
        row("cut", file.left(file.size() - 1), {"loss@1=1", "loss@2=2"}, {});
        row("half a record, and on", file.left(second + 20) + file.mid(second + one), others, {"checksum at " + place});
        row("zeros to the end of the block",
            file.left(second) + QByteArray(32768 - second, '\0') + wandbFile({loss(4)}).mid(7),
            {"loss@1=1", "loss@4=4"}, {});
        const QByteArray bad = wandbFile({loss(1), historyRecord(2, "\x0a\x7f"), loss(3)});
        row("message", bad, others, {"message at " + place});
        const QByteArray parts = wandbFile({loss(1), longRecord(90000), loss(3)});
        row("first part", changed(parts, 1000), others, {"checksum at " + place});
        row("middle part", changed(parts, 40000), others, {"checksum at 32768"});
        row("last part", changed(parts, 80000), others, {"checksum at 65536"});
        row("first part missing", parts.left(second) + QByteArray(32768 - second, '\0') + parts.mid(32768), others,
            {"order at 32768"});
        row("last part missing", parts.left(65536) + wandbFile({loss(3)}).mid(7), others, {"order at " + place});
    }
    void damage_costsTheRecord()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArrayList, points);
        QFETCH(QByteArrayList, problems);
        for (const qsizetype piece : {1 << 20, 1, 7, 4096}) {
            const Story story = storyOf(file, piece);
            QCOMPARE(story.points, points);
            QCOMPARE(story.problems, problems);
        }
    }

    void search_isBounded()
    {
        // Every byte begins something that looks like a chunk.
        QByteArray file = wandbFile({});
        file += QByteArray(4 << 20, '\x01');
        const Story story = storyOf(file);
        QCOMPARE(story.points, QByteArrayList());
        QCOMPARE(story.problems.size(), 128);
    }
};

QTEST_GUILESS_MAIN(TestWandbFile)
#include "tst_wandbfile.moc"
