// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/ansitext.h"

#include <QTest>

using namespace paceline;

class TestAnsiText : public QObject
{
    Q_OBJECT
private slots:
    void text_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("loss 2.31\n") << QStringLiteral("loss 2.31");
        QTest::newRow("DOS line end") << QByteArray("a\r\n") << QStringLiteral("a");
        QTest::newRow("progress bar shows its last state")
            << QByteArray(" 1%|\r50%|##\r100%|####|\n") << QStringLiteral("100%|####|");
        QTest::newRow("tab") << QByteArray("a\tb") << QStringLiteral("a       b");
        QTest::newRow("colours are dropped from the text")
            << QByteArray("\x1b[1;31mERR\x1b[0m ok") << QStringLiteral("ERR ok");
        QTest::newRow("cursor movement is dropped") << QByteArray("a\x1b[2K\x1b[1Gb") << QStringLiteral("ab");
        QTest::newRow("title sequence is dropped") << QByteArray("\x1b]0;evil\x07x") << QStringLiteral("x");
        QTest::newRow("cut sequence") << QByteArray("x\x1b[3") << QStringLiteral("x");
        QTest::newRow("lonely escape") << QByteArray("x\x1b") << QStringLiteral("x");
        QTest::newRow("HTML stays text") << QByteArray("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("control characters are seen") << QByteArray("a\x01z") << QStringLiteral("a␁z");
        QTest::newRow("bidi override is harmless") << QByteArray("a\xe2\x80\xae"
                                                                 "b")
                                                   << QStringLiteral("a\uFFFDb");
        QTest::newRow("invalid UTF-8") << QByteArray("a\xff"
                                                     "b")
                                       << QStringLiteral("a\uFFFDb");
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void text()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(ansiLine(bytes).text, text);
    }
    void stretches_carryColours()
    {
        const AnsiLine line = ansiLine("a\x1b[31mb\x1b[1;92mc\x1b[38;5;196md\x1b[38;2;1;2;3me\x1b[0mf");
        QCOMPARE(line.stretches.size(), 6U);
        QCOMPARE(line.stretches[0].colour, -1);
        QCOMPARE(line.stretches[1].colour, 1);
        QCOMPARE(line.stretches[2].colour, 10);
        QVERIFY(line.stretches[2].isBold);
        QCOMPARE(line.stretches[3].rgb, qRgb(255, 0, 0));
        QCOMPARE(line.stretches[4].rgb, qRgb(1, 2, 3));
        QVERIFY(line.stretches[5].colour == -1 && !line.stretches[5].isRgb && !line.stretches[5].isBold);
    }
    void stretches_coverTheText()
    {
        const AnsiLine line = ansiLine("\x1b[32mab\tc\x1b[mdef\x1b[1mg\x1b[0m");
        int end = 0;
        for (const AnsiLine::Stretch &stretch : line.stretches) {
            QCOMPARE(stretch.start, end);
            end += stretch.length;
        }
        QCOMPARE(end, int(line.text.size()));
    }
    void everyPrefix_isHarmless()
    {
        const QByteArray bytes("\x1b[1;38;5;200mx\x1b]8;;http://a\x1b\\y\x1b[38;2;300;1mz\x1b(B\xf0\x9f\x98\x80\r\n");
        for (qsizetype i = 0; i <= bytes.size(); ++i) {
            const AnsiLine line = ansiLine(bytes.left(i));
            int length = 0;
            for (const auto &stretch : line.stretches)
                length += stretch.length;
            QCOMPARE(length, int(line.text.size()));
        }
    }
    void longLine_isCutWithAnEllipsis()
    {
        const AnsiLine line = ansiLine(QByteArray(1 << 20, 'x'), 100);
        QCOMPARE(line.text.size(), 101);
        QVERIFY(line.text.endsWith(QChar(0x2026)));
    }
};

QTEST_APPLESS_MAIN(TestAnsiText)
#include "tst_ansitext.moc"
