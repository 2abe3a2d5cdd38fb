// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/units.h"
#include "widgets/pages/helpoverlay.h"
#include "widgets/pages/statusbar.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace paceline;

namespace {

class StillClock : public Clock
{
public:
    qint64 nowMs() const override { return 1'000'000; }
};

QToolButton *button(const QWidget &bar, const char *text)
{
    for (QToolButton *candidate : bar.findChildren<QToolButton *>()) {
        if (candidate->text() == QLatin1String(text))
            return candidate;
    }
    return nullptr;
}

} // namespace

class TestStatusBar : public QObject
{
    Q_OBJECT
private slots:
    void connection_isAlwaysInWords()
    {
        StatusBar bar;
        const StillClock clock;
        QCOMPARE(bar.connectionLine(), QStringLiteral("No cluster chosen"));
        ConnectionState state;
        state.phase = ConnectionPhase::Connected;
        bar.setConnection(state, QStringLiteral("juniper"), &clock);
        QCOMPARE(bar.connectionLine(), QStringLiteral("Connected to juniper"));
        state.certificateExpiresMs = clock.nowMs() + 600'000;
        bar.setConnection(state, QStringLiteral("juniper"), &clock);
        QVERIFY(withPlainSpaces(bar.connectionLine()).endsWith(QLatin1String("certificate expires in 10 min")));
    }
    void reconnect_isOneClick()
    {
        StatusBar bar;
        const StillClock clock;
        ConnectionState state;
        state.phase = ConnectionPhase::WaitingForPerson;
        bar.setConnection(state, QStringLiteral("juniper"), &clock);
        QCOMPARE(bar.connectionLine(), QStringLiteral("Reconnect needs a code"));
        QToolButton *reconnect = button(bar, "Reconnect");
        QVERIFY(reconnect && reconnect->isVisibleTo(&bar));
        QSignalSpy asked(&bar, &StatusBar::reconnectRequested);
        reconnect->click();
        QCOMPARE(asked.size(), 1);
        state.phase = ConnectionPhase::Connected;
        bar.setConnection(state, QStringLiteral("juniper"), &clock);
        QVERIFY(!reconnect->isVisibleTo(&bar));
    }
    void observerCost_isShown()
    {
        StatusBar bar;
        const StillClock clock;
        bar.setConnection({}, QStringLiteral("juniper"), &clock);
        ObserverCost cost;
        cost.requestsPerMinute = 2;
        cost.bytesPerSecond = 14'000;
        cost.remoteCpuPercent = 0.1;
        bar.setCost(cost);
        bar.setQueueTime(clock.nowMs() - 12'000);
        QStringList texts;
        for (const QLabel *label : bar.findChildren<QLabel *>())
            texts += withPlainSpaces(label->text());
        QVERIFY(texts.contains(QStringLiteral("our cost: 2 requests/min · 14 kB/s · 0.1 % of a login core")));
        QVERIFY(texts.contains(QStringLiteral("squeue 12 s ago")));
    }
    void help_isSearched()
    {
        QWidget window;
        window.resize(800, 600);
        HelpOverlay help(&window);
        window.show();
        help.open();
        const int all = help.listedEntries();
        QVERIFY(all > 15);
        help.setSearchText(QStringLiteral("full screen"));
        QCOMPARE(help.listedEntries(), 1);
        QTest::keyClick(&help, Qt::Key_Escape);
        QVERIFY(!help.isVisible());
    }
};

QTEST_MAIN(TestStatusBar)
#include "tst_statusbar.moc"
