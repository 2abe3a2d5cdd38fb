// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/anchors.h"
#include "backends/parsers/logs/linecleaner.h"
#include "backends/parsers/logs/scanner.h"

#include <QRandomGenerator>
#include <QStringList>
#include <QTest>
#include <cmath>

using namespace paceline::logs;

namespace {

QStringList list(std::initializer_list<const char *> texts)
{
    QStringList made;
    for (const char *text : texts)
        made << QString::fromUtf8(text);
    return made;
}

QStringList pieces(const QByteArray &bytes, qsizetype chunk)
{
    LineSplitter splitter;
    QStringList found;
    for (qsizetype at = 0; at < bytes.size(); at += chunk) {
        const QByteArray part = bytes.mid(at, chunk);
        splitter.feed({part.constData(), std::size_t(part.size())}, [&](const RawPiece &p) {
            found << QStringLiteral("%1:%2:%3+%4 %5")
                         .arg(p.line)
                         .arg(p.segment ? QString::number(*p.segment) : QStringLiteral("-"))
                         .arg(p.offset)
                         .arg(p.length)
                         .arg(QString::fromUtf8(p.bytes.data(), qsizetype(p.bytes.size())));
        });
    }
    return found;
}

QStringList cleaned(const QByteArray &line)
{
    QStringList texts;
    LineCleaner cleaner;
    RawPiece piece;
    piece.bytes = {line.constData(), std::size_t(line.size())};
    cleaner.clean(piece, [&](const CleanLine &clean) {
        texts << QString::fromUtf8(clean.text.data(), qsizetype(clean.text.size()));
        if (clean.head.rank)
            texts.back() += QStringLiteral(" <rank %1>").arg(*clean.head.rank);
    });
    return texts;
}

} // namespace

class TestLogCleaning : public QObject
{
    Q_OBJECT
private slots:
    void anchors_findWhatASearchFinds()
    {
        // Prefixes, inner parts and ends of one another, words of two bytes, rules, capitals.
        const QByteArrayList words{"ab", "abc", "abcd ", "bcd", "  ", "---", "--- x", ",0", ",1", "cab: ", "x", "Bc["};
        AnchorSet set;
        std::vector<std::pair<QByteArray, std::size_t>> owned;
        for (const QByteArray &word : words) {
            if (word.size() < 2)
                continue;
            owned.emplace_back(word.toLower(), owned.size() * 11 % 128);
            set.add(word.toStdString(), int(owned.back().second));
        }
        set.build();
        QRandomGenerator random(7);
        const QByteArray alphabet = "aAbBcCdDx :-,01[\xff";
        for (int i = 0; i < 20'000; ++i) {
            QByteArray text;
            for (int length = random.bounded(24); text.size() < length;) {
                const QByteArray &word = words.at(random.bounded(int(words.size())));
                const char c = alphabet.at(random.bounded(int(alphabet.size())));
                text += random.bounded(3) == 0 ? word : QByteArray(1, c);
            }
            AnchorSet::Mask expected{};
            for (const auto &[word, owner] : owned) {
                if (text.toLower().contains(word))
                    expected[owner / 64] |= 1ULL << (owner % 64);
            }
            const AnchorSet::Mask found = set.find({text.constData(), std::size_t(text.size())});
            QVERIFY2(found == expected, text.constData());
        }
    }

    void splitter_cutsTheSameWhateverTheChunks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("plain") << QByteArray("ab\nc\n") << list({"1:-:0+2 ab", "2:-:3+1 c"});
        QTest::newRow("unfinished waits") << QByteArray("ab\nc") << list({"1:-:0+2 ab"});
        QTest::newRow("CR LF") << QByteArray("ab\r\nc\r\n") << list({"1:-:0+2 ab", "2:-:4+1 c"});
        QTest::newRow("refreshes") << QByteArray("\ra\rbc\n") << list({"1:0:0+0 ", "1:1:1+1 a", "1:2:3+2 bc"});
        QTest::newRow("refresh in an unfinished line") << QByteArray("a\rb") << list({"1:0:0+1 a"});
        QTest::newRow("return at the very end waits") << QByteArray("a\r") << list({});
        QTest::newRow("refreshes and CR LF")
            << QByteArray("a\rb\r\nc\n") << list({"1:0:0+1 a", "1:1:2+1 b", "2:-:5+1 c"});
        QTest::newRow("two returns") << QByteArray("a\r\r\n") << list({"1:0:0+1 a", "1:1:2+0 "});
        QTest::newRow("empty lines") << QByteArray("\n\n") << list({"1:-:0+0 ", "2:-:1+0 "});
    }
    void splitter_cutsTheSameWhateverTheChunks()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, expected);
        for (qsizetype chunk = 1; chunk <= bytes.size(); ++chunk)
            QCOMPARE(pieces(bytes, chunk), expected);
    }

    void cleaner_takesOffLabelsAndKeepsTheRank_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QByteArray(line) << QStringList{QString::fromUtf8(expected)};
        };
        row("loss 0.5", "loss 0.5");
        row("  0: step 3", "step 3 <rank 0>");
        row(" 10: step 3", "step 3 <rank 10>");
        row("[rank3]: step 3", "step 3 <rank 3>");
        row("[default12]:step 3", "step 3 <rank 12>");
        row("[1,3]<stdout>:step 3", "step 3 <rank 3>");
        row("(TaskRunner pid=15930, ip=10.0.0.1) step:3", "step:3");
        row("nid001234: step 3", "step 3");
        row("step12: 3", "step12: 3");
        row("2023-05-19 10:33:10,738 - name - INFO - step 3", "step 3");
        row("[2024-04-04 09:09:53,313] [INFO] [file.py:96:func] [Rank 0] step=3", "step=3 <rank 0>");
        row("2023-04-21,12:03:13 | INFO | step 3", "step 3");
        row("2021-04-21 12:03:13 | INFO | train_inner | epoch 001", "train_inner | epoch 001");
        row("I0317 10:00:13.224641 1253444 file.py:181] [10] loss=1", "[10] loss=1");
        row("[NeMo I 2024-07-22 12:05:15 file:948] step 3", "step 3");
        row("INFO:logger:step 3", "step 3");
        row("08/31/2024 14:37:31 [INFO|DP=0|PP=0|TP=0]: iteration: 3", "iteration: 3");
        row("[rank0]:[titan] 2025-06-04 08:51:48,074 - root - INFO - step:  1", "step:  1 <rank 0>");
        row("[epoch=1][batch=5/5]:", "[epoch=1][batch=5/5]:");
        row("[step=3/7]", "[step=3/7]");
        row("[1][ 50/663] lr: 1", "[1][ 50/663] lr: 1");
        row("10:33:10 step", "10:33:10 step");
        row("  0%|   | 0/5", "  0%|   | 0/5");
        row("\x1b[32mloss\x1b[0m 0.5", "loss 0.5");
        row("[2024-05-01", "[2024-05-01");
        row("[", "[");
        row("", "");
    }
    void cleaner_takesOffLabelsAndKeepsTheRank()
    {
        QFETCH(QByteArray, line);
        QFETCH(QStringList, expected);
        QCOMPARE(cleaned(line), expected);
    }

    void cleaner_treatsBackspacesAndErasingAsRefreshes()
    {
        QCOMPARE(cleaned("1/9 a\b\b\b\b\b2/9 b"), (list({"1/9 a", "2/9 b"})));
        QCOMPARE(cleaned("a\x1b[2K\x1b[1Gb"), (list({"a", "b"})));
        QCOMPARE(cleaned(QByteArray("\0\0step 4", 8)), (list({"step 4"})));
        QCOMPARE(cleaned("\xef\xbb\xbfstep 4"), (list({"step 4"})));
    }

    void head_keepsThePrintedTime()
    {
        LineHead head;
        std::string_view text = "[2024-04-04 09:09:53,313] [INFO] step=3";
        stripLabels(text, head);
        QCOMPARE(head.printedMs.value_or(0), 1712221793313LL);
    }

    void number_isReadAsPrinted_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("rest");
        QTest::newRow("thousands") << QByteArray("1,234,567") << 1234567.0 << 0;
        QTest::newRow("list, not thousands") << QByteArray("1,2345") << 1.0 << 5;
        QTest::newRow("decimal comma of a list") << QByteArray("0,123") << 0.0 << 4;
        QTest::newRow("exponent") << QByteArray("1.00E-03") << 1e-3 << 0;
        QTest::newRow("step with exponent") << QByteArray("2e+3") << 2000.0 << 0;
        QTest::newRow("all digits of a double") << QByteArray("1.2043813467025757") << 1.2043813467025757 << 0;
        QTest::newRow("tiny") << QByteArray("9.981458590852905e-05") << 9.981458590852905e-05 << 0;
        QTest::newRow("more digits than fit")
            << QByteArray("123456789012345678901234567890") << 123456789012345678901234567890.0 << 0;
        QTest::newRow("glued unit") << QByteArray("12.5MB") << 12.5 << 2;
        QTest::newRow("e of a word") << QByteArray("3epochs") << 3.0 << 6;
        QTest::newRow("negative infinity") << QByteArray("-Infinity") << double(-INFINITY) << 0;
        QTest::newRow("overflow") << QByteArray("1e999999999999") << double(INFINITY) << 0;
        QTest::newRow("underflow") << QByteArray("1e-400") << 0.0 << 0;
    }
    void number_isReadAsPrinted()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        QFETCH(int, rest);
        Scanner scanner({text.constData(), std::size_t(text.size())});
        const auto number = scanner.number();
        QVERIFY(number.has_value());
        QCOMPARE(*number, value);
        QCOMPARE(int(scanner.rest().size()), rest);
    }

    void number_nothingElseIsOne()
    {
        for (const char *text : {"", "-", ".", "nano", "information", "e5", "x"})
            QVERIFY2(!Scanner(text).number(), text);
        QVERIFY(std::isnan(*Scanner("nan").number()));
        QVERIFY(std::isnan(*wholeNumber("'nan'")));
        QCOMPARE(*wholeNumber("np.float64(2.0)"), 2.0);
        QCOMPARE(*wholeNumber("[0.69]"), 0.69);
        QVERIFY(!wholeNumber("1.2.3"));
    }

    void clock_isReadInSeconds()
    {
        QCOMPARE(clockSeconds("01:05").value_or(0), 65.0);
        QCOMPARE(clockSeconds("2:01:05").value_or(0), 7265.0);
        QCOMPARE(clockSeconds("1 day, 3:04:05").value_or(0), 97445.0);
        QVERIFY(!clockSeconds("?"));
    }
};

QTEST_GUILESS_MAIN(TestLogCleaning)
#include "tst_logcleaning.moc"
