// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/logtext.h"

#include <QTest>

using namespace paceline;

namespace {

/// Hands bytes on as a follower of the file would.
class Writer
{
public:
    LogTextBuilder builder;

    void write(const QByteArray &bytes, qint64 timeMs = 1000, qint64 more = 0)
    {
        LogChunk chunk;
        chunk.path = QStringLiteral("/job.out");
        chunk.offset = m_offset;
        chunk.firstLine = m_line;
        chunk.bytes = bytes;
        chunk.timeMs = timeMs;
        m_offset += bytes.size();
        m_line += bytes.count('\n');
        chunk.fileSize = m_offset + more;
        builder.apply(chunk);
    }
    void happen(LogChunk::Event event)
    {
        LogChunk chunk;
        chunk.path = QStringLiteral("/job.out");
        chunk.event = event;
        chunk.offset = chunk.fileSize = event == LogChunk::Event::CaughtUp ? m_offset : 0;
        if (event == LogChunk::Event::Truncated || event == LogChunk::Event::Replaced) {
            m_offset = 0;
            m_line = 1;
        }
        builder.apply(chunk);
    }

private:
    qint64 m_offset = 0, m_line = 1;
};

QByteArray allOf(const LogText &text)
{
    QByteArray all;
    for (qint64 i = 0; i < text.lineCount(); ++i)
        all += text.line(i).bytes + '\n';
    return all;
}

} // namespace

class TestLogText : public QObject
{
    Q_OBJECT
private slots:
    void lines_areFoundWhateverTheChunks()
    {
        QByteArray file;
        for (int i = 1; i <= 500; ++i)
            file += "line " + QByteArray::number(i) + '\n';
        for (const int size : {1, 7, 64, 5000}) {
            Writer writer;
            for (qsizetype at = 0; at < file.size(); at += size)
                writer.write(file.mid(at, size));
            const auto text = writer.builder.snapshot();
            QCOMPARE(text->lineCount(), 500);
            QCOMPARE(allOf(*text), file);
            QCOMPARE(text->line(499).number, 500);
            QCOMPARE(text->readTo, file.size());
        }
    }

    void unfinishedLine_isShownAndGrows()
    {
        Writer writer;
        writer.write("one\ntw");
        const auto before = writer.builder.snapshot();
        QCOMPARE(before->line(1).bytes, QByteArray("tw"));
        writer.write("o\r\nthree\n");
        const auto after = writer.builder.snapshot();
        QCOMPARE(after->lineCount(), 3);
        QCOMPARE(after->line(1).bytes, QByteArray("two"));
        QCOMPARE(before->line(1).bytes, QByteArray("tw")); // a snapshot stays what it was
    }

    void memory_isBounded_andLineNumbersStay()
    {
        Writer writer;
        const QByteArray line(1023, 'x');
        QByteArray block;
        for (int i = 0; i < 1024; ++i)
            block += line + '\n';
        for (int i = 0; i < 80; ++i)
            writer.write(block);
        const auto text = writer.builder.snapshot();
        qint64 bytes = 0;
        for (const auto &chunk : text->chunks())
            bytes += chunk->bytes.size();
        QVERIFY(bytes <= LogText::kMaxBytes + LogTextBuilder::kChunkBytes);
        QVERIFY(bytes > LogText::kMaxBytes - 2 * LogTextBuilder::kChunkBytes);
        QCOMPARE(text->firstLine() + text->lineCount() - 1, 80 * 1024);
        QCOMPARE(text->line(text->lineCount() - 1).number, 80 * 1024);
        QCOMPARE(text->line(0).bytes, line);
        QVERIFY(text->line(text->lineCount()).bytes.isEmpty());
        QVERIFY(text->line(-1).bytes.isEmpty());
    }

    void snapshots_shareFullChunks_andAreTheSameWhenNothingCame()
    {
        Writer writer;
        writer.write(QByteArray(LogTextBuilder::kChunkBytes, 'a') + "\nb\n");
        const auto first = writer.builder.snapshot();
        QCOMPARE(writer.builder.snapshot(), first);
        writer.write("c\n");
        const auto second = writer.builder.snapshot();
        QCOMPARE(first->chunks().front(), second->chunks().front());
        QCOMPARE(second->lineCount(), 3);
    }

    void hugeLine_isCut_andTheNextIsWhole()
    {
        Writer writer;
        for (int i = 0; i < 100; ++i)
            writer.write(QByteArray(100'000, 'x'));
        writer.write("\nnext\n");
        const auto text = writer.builder.snapshot();
        QCOMPARE(text->lineCount(), 2);
        QCOMPARE(text->line(0).bytes.size(), 64 << 10);
        QCOMPARE(text->line(1).bytes, QByteArray("next"));
        QVERIFY(text->chunks().front()->bytes.size() <= LogTextBuilder::kMaxLine + 1);
    }

    void truncation_emptiesIt()
    {
        Writer writer;
        writer.write("one\ntwo\n");
        writer.happen(LogChunk::Event::Truncated);
        QCOMPARE(writer.builder.snapshot()->lineCount(), 0);
        writer.write("new\n");
        const auto text = writer.builder.snapshot();
        QCOMPARE(allOf(*text), QByteArray("new\n"));
        QCOMPARE(text->firstLine(), 1);
    }

    void state_saysWhatIsGoingOn()
    {
        Writer writer;
        writer.write("one\n", 1000, 50);
        QCOMPARE(writer.builder.snapshot()->state, LogText::State::Reading);
        QCOMPARE(writer.builder.snapshot()->line(0).timeMs, 0); // a backlog
        writer.write("two\n", 2000);
        QCOMPARE(writer.builder.snapshot()->state, LogText::State::Following);
        QCOMPARE(writer.builder.snapshot()->line(1).timeMs, 2000);
        QCOMPARE(writer.builder.snapshot()->lastGrowthMs, 2000);
        writer.happen(LogChunk::Event::Deleted);
        QCOMPARE(writer.builder.snapshot()->state, LogText::State::Deleted);
        QCOMPARE(writer.builder.snapshot()->lineCount(), 2); // what was read stays
        writer.write("three\n", 3000);
        QCOMPARE(writer.builder.snapshot()->state, LogText::State::Following);
    }
};

QTEST_GUILESS_MAIN(TestLogText)
#include "tst_logtext.moc"
