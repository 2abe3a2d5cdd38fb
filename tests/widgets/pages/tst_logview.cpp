// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/batch.h"
#include "backends/store/logtext.h"
#include "widgets/pages/logpane.h"
#include "widgets/pages/logview.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

/// Grows a log by whole lines.
class Log
{
public:
    std::shared_ptr<const LogText> add(const QByteArray &lines)
    {
        LogChunk chunk;
        chunk.path = QStringLiteral("/home/a/slurm-1.out");
        chunk.offset = m_offset;
        chunk.bytes = lines;
        chunk.firstLine = m_line;
        m_offset += lines.size();
        m_line += lines.count('\n');
        chunk.fileSize = m_offset;
        chunk.timeMs = 1'700'000'000'000;
        m_builder.apply(chunk);
        return m_builder.snapshot();
    }

private:
    LogTextBuilder m_builder;
    qint64 m_offset = 0, m_line = 1;
};

QByteArray numbered(int from, int to)
{
    QByteArray lines;
    for (int i = from; i < to; ++i)
        lines += "line " + QByteArray::number(i) + (i % 1000 == 0 ? " Checkpoint\n" : "\n");
    return lines;
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT
private slots:
    void newLines_areFollowed()
    {
        Log log;
        LogView view;
        view.resize(400, 200);
        view.setLog(log.add(numbered(1, 1001)));
        QCOMPARE(view.visibleLines().second, 1000);
        view.setLog(log.add(numbered(1001, 1101)));
        QCOMPARE(view.visibleLines().second, 1100);
    }
    void numberUnderThePointer_isOfferedAsACurve()
    {
        Log log;
        LogView view;
        view.resize(600, 200);
        view.setLog(log.add("\x1b[31mloss\x1b[0m 12.5 and 7  \r\n"));
        view.show();
        QSignalSpy asked(&view, &LogView::curveOfNumberRequested);
        const int column = QFontMetrics(view.font()).horizontalAdvance(QLatin1Char('0'));
        const auto choose = [&](int character) {
            const QPoint place(12 + 70 + column * character + column / 2, 8);
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, view.mapToGlobal(place));
            QCoreApplication::sendEvent(view.viewport(), &event);
            auto *menu = view.findChildren<QMenu *>().last();
            const auto actions = menu->actions();
            const auto make = std::find_if(actions.begin(), actions.end(),
                                           [](QAction *a) { return a->text().startsWith(QLatin1String("Make")); });
            const QString words = (*make)->text();
            (*make)->trigger();
            menu->close();
            return words;
        };
        QVERIFY(choose(6).contains(QStringLiteral("this number"))); // the 2 of 12.5
        QCOMPARE(asked.last().at(1).toLongLong(), 10);
        QVERIFY(choose(1).contains(QStringLiteral("in this line")));
        QCOMPARE(asked.last().at(1).toLongLong(), -1);
        QTest::keyClick(&view, Qt::Key_M);
        QCOMPARE(asked.size(), 3);
        QVERIFY(asked.last().at(0).toByteArray().contains("loss"));
    }
    void scrollingUp_stopsFollowing()
    {
        Log log;
        LogView view;
        view.resize(400, 200);
        view.setLog(log.add(numbered(1, 1001)));
        const QSignalSpy changes(&view, &LogView::followingChanged);
        view.verticalScrollBar()->setValue(100);
        QVERIFY(!view.isFollowing());
        QCOMPARE(changes.count(), 1);
        const auto seen = view.visibleLines();
        view.setLog(log.add(numbered(1001, 2001)));
        QCOMPARE(view.visibleLines(), seen);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.isFollowing());
        QCOMPARE(view.visibleLines().second, 2000);
    }
    void search_findsEveryLineOnce()
    {
        Log log;
        LogView view;
        view.resize(400, 200);
        view.setLog(log.add(numbered(1, 200'001)));
        const QSignalSpy matches(&view, &LogView::matchesChanged);
        view.search(QStringLiteral("checkpoint"));
        QTRY_VERIFY(!matches.isEmpty() && matches.last().at(2).toBool());
        QCOMPARE(view.matchCount(), 200);
        view.search(QStringLiteral("CHECKPOINT"));
        QTRY_VERIFY(matches.last().at(2).toBool());
        QCOMPARE(view.matchCount(), 0);
    }
    void search_goesOnWithNewLines()
    {
        Log log;
        LogView view;
        view.setLog(log.add(numbered(1, 1501)));
        view.search(QStringLiteral("Checkpoint"));
        QTRY_COMPARE(view.matchCount(), 1);
        view.setLog(log.add(numbered(1501, 2501)));
        QTRY_COMPARE(view.matchCount(), 2);
    }
    void nextMatch_goesRound()
    {
        Log log;
        LogView view;
        view.resize(400, 200);
        view.setLog(log.add(numbered(1, 3501)));
        const QSignalSpy matches(&view, &LogView::matchesChanged);
        view.search(QStringLiteral("Checkpoint"));
        QTRY_COMPARE(view.matchCount(), 3);
        view.verticalScrollBar()->setValue(0);
        QStringList seen;
        for (int i = 0; i < 4; ++i) {
            view.nextMatch();
            seen.append(view.selectedText().trimmed());
        }
        QCOMPARE(seen, (QStringList{QStringLiteral("line 1000 Checkpoint"), QStringLiteral("line 2000 Checkpoint"),
                                    QStringLiteral("line 3000 Checkpoint"), QStringLiteral("line 1000 Checkpoint")}));
        view.previousMatch();
        QCOMPARE(view.selectedText().trimmed(), QStringLiteral("line 3000 Checkpoint"));
        QCOMPARE(matches.last().at(0).toLongLong(), 3);
    }
    void litLine_comesIntoViewAndGoesBack()
    {
        Log log;
        LogView view;
        view.resize(400, 200);
        view.setLog(log.add(numbered(1, 1001)));
        view.setLitLine(200);
        const auto [first, last] = view.visibleLines();
        QVERIFY(first <= 200 && 200 <= last);
        QVERIFY(view.isFollowing());
        view.setLitLine(0);
        QCOMPARE(view.visibleLines().second, 1000);
    }
    void selection_isCopiedPlain()
    {
        Log log;
        LogView view;
        view.resize(400, 400);
        view.setLog(log.add("\x1b[31mred\x1b[0m\nsecond\nthird\n"));
        const int row = QFontMetrics(view.font()).height() + 2;
        const QSignalSpy activated(&view, &LogView::lineActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {100, row / 2});
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, {100, row + row / 2});
        QCOMPARE(view.selectedText(), QStringLiteral("red\nsecond\n"));
        QCOMPARE(activated.first().first().toLongLong(), 1);
    }
    void millionLines_paintOnlyWhatIsSeen()
    {
        Log log;
        LogView view;
        view.resize(800, 600);
        QByteArray lines;
        for (int i = 0; i < 1'000'000; ++i)
            lines += "x\n";
        view.setLog(log.add(lines));
        int asked = 0;
        view.setTimeOfLine([&asked](qint64) {
            ++asked;
            return qQNaN();
        });
        view.grab();
        QVERIFY2(asked <= 60, qPrintable(QString::number(asked)));
        QCOMPARE(view.visibleLines().second, 1'000'000);
    }
    void emptyPane_saysWhy()
    {
        LogPane pane;
        pane.setMessage(QStringLiteral("why"));
        QVERIFY(pane.view()->isHidden());
        Log log;
        pane.setLog(log.add("a\n"));
        QVERIFY(!pane.view()->isHidden());
    }
};

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
