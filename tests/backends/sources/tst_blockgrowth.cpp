// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/blockgrowth.h"

#include <QProcess>
#include <QTest>

using namespace paceline;

namespace {

QByteArray linesOf(int count, int from = 0)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "step " + QByteArray::number(from + i) + " loss 2.31 lr 0.0010\n";
    return text;
}

} // namespace

class TestBlockGrowth : public QObject
{
    Q_OBJECT

    /// Looks every second; every third finds the next piece.
    static std::optional<OutputBlocks> watch(const QList<QByteArray> &pieces, bool rests = true)
    {
        BlockGrowth growth;
        qint64 nowMs = 0;
        for (const QByteArray &piece : pieces) {
            for (int look = 0; rests && look < 2; ++look)
                growth.endLook(nowMs += 1000);
            growth.add(piece);
            growth.endLook(nowMs += 1000);
        }
        return growth.blocks();
    }
    /// What a program of stdio or Python writes of text at a time.
    static QList<QByteArray> stdioBlocks(const QByteArray &text)
    {
        QList<QByteArray> pieces;
        for (qsizetype at = 0; at + 4096 <= text.size(); at += 4096)
            pieces.append(text.mid(at, 4096));
        return pieces;
    }
    static QList<QByteArray> pythonBlocks(const QByteArray &text)
    {
        QList<QByteArray> pieces;
        for (qsizetype at = 0; at + 8192 <= text.size();) {
            const qsizetype end = text.lastIndexOf('\n', at + 8191) + 1;
            pieces.append(text.mid(at, end - at));
            at = end;
        }
        return pieces;
    }

private slots:
    void stdio_isNoticedAtTheThirdBlock()
    {
        const QList<QByteArray> pieces = stdioBlocks(linesOf(1000));
        QVERIFY(!watch(pieces.first(2)));
        QCOMPARE(watch(pieces.first(3)), (OutputBlocks{4096, 3000}));
        QCOMPARE(watch(pieces, false)->bytes, 4096);
    }
    void python_isNoticedWhenItsOutputRests()
    {
        const QList<QByteArray> pieces = pythonBlocks(linesOf(3000));
        QVERIFY(pieces.size() > 8);
        QVERIFY(pieces[0].size() < 8192 && pieces[0].size() > 8100);
        QVERIFY(!watch(pieces.first(2)));
        QCOMPARE(watch(pieces.first(3)), (OutputBlocks{8192, 3000}));
        QVERIFY(!watch(pieces.first(7), false));
        QVERIFY(watch(pieces, false));
    }
    void linesAsTheyCome_areNoBlocks()
    {
        QList<QByteArray> pieces;
        for (int i = 0; i < 40; ++i)
            pieces.append(linesOf(20 + i % 7, i * 30));
        QVERIFY(!watch(pieces));
        QVERIFY(!watch(pieces, false));
    }
    void flushInBetween_takesItBack()
    {
        QList<QByteArray> pieces = stdioBlocks(linesOf(1000));
        pieces.append(linesOf(3));
        QVERIFY(!watch(pieces));
    }
    /// The interpreter of this machine tells how much it writes at a time, so that the rule follows what Python does.
    void realPython_growsSo()
    {
        const QString script =
            QStringLiteral("import io, sys\n"
                           "class Raw(io.RawIOBase):\n"
                           "    def writable(self): return True\n"
                           "    def write(self, bytes):\n"
                           "        print(len(bytes), file=sys.stderr)\n"
                           "        return len(bytes)\n"
                           "out = io.TextIOWrapper(io.BufferedWriter(Raw()))\n"
                           "for i in range(2000): print('step', i, 'loss 2.31 lr 0.0010', file=out)");
        QProcess python;
        python.start(QStringLiteral("python3"), {QStringLiteral("-c"), script});
        QVERIFY(python.waitForFinished(30000));
        const QByteArray text = linesOf(2000);
        QList<QByteArray> pieces;
        qsizetype at = 0;
        const QList<QByteArray> sizes = python.readAllStandardError().trimmed().split('\n');
        for (const QByteArray &size : sizes) {
            pieces.append(text.mid(at, size.toInt()));
            at += size.toInt();
        }
        QCOMPARE(at, text.size());
        QVERIFY(pieces.size() >= 4);
        pieces.removeLast(); // what is flushed at the end
        QCOMPARE(watch(pieces).value_or(OutputBlocks{}).bytes, 8192);
    }
};

QTEST_GUILESS_MAIN(TestBlockGrowth)
#include "tst_blockgrowth.moc"
