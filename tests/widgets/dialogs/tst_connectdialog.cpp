// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/connectdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

QPushButton *button(const QDialog &dialog, const char *text)
{
    for (QPushButton *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text() == QLatin1String(text))
            return candidate;
    }
    return nullptr;
}

bool shows(const QDialog &dialog, const QString &text)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->text().contains(text) && label->isVisibleTo(&dialog))
            return true;
    }
    return false;
}

} // namespace

class TestConnectDialog : public QObject
{
    Q_OBJECT
private slots:
    void emptyHost_cannotBeConnected()
    {
        ConnectDialog dialog;
        QVERIFY(!button(dialog, "Connect")->isEnabled());
        dialog.setHost(QStringLiteral("  "));
        QVERIFY(!button(dialog, "Connect")->isEnabled());
        dialog.setHost(QStringLiteral("juniper"));
        QVERIFY(button(dialog, "Connect")->isEnabled());
    }
    void connect_asksOnceWithHostAndPipe()
    {
        ConnectDialog dialog;
        dialog.setHost(QStringLiteral(" alice@juniper "));
        auto *pipe = dialog.findChild<QComboBox *>();
        pipe->setCurrentIndex(2);
        QSignalSpy asked(&dialog, &ConnectDialog::connectRequested);
        QPushButton *connectButton = button(dialog, "Connect");
        connectButton->click();
        connectButton->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().at(0).toString(), QStringLiteral("alice@juniper"));
        QCOMPARE(asked.front().at(1).value<ConnectDialog::Pipe>(), ConnectDialog::Pipe::SshProgram);
    }
    void failure_isSaidWithWhatToDo()
    {
        ConnectDialog dialog;
        dialog.setHost(QStringLiteral("juniper"));
        button(dialog, "Connect")->click();
        ConnectionState state;
        state.phase = ConnectionPhase::Failed;
        state.progress.step = LoginStep::Authenticating;
        state.error = Error{ErrorKind::TooManyKeys, QStringLiteral("Too many authentication failures")};
        dialog.setConnection(state);
        QVERIFY(shows(dialog, QStringLiteral("too many keys")));
        QVERIFY(shows(dialog, QStringLiteral("IdentitiesOnly yes")));
        QVERIFY(shows(dialog, QStringLiteral("Too many authentication failures")));
        QVERIFY(button(dialog, "Try again")->isEnabled());
    }
    void connected_closesTheDialog()
    {
        ConnectDialog dialog;
        dialog.setHost(QStringLiteral("juniper"));
        dialog.open();
        button(dialog, "Connect")->click();
        ConnectionState state;
        state.phase = ConnectionPhase::Connected;
        dialog.setConnection(state);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(!dialog.isVisible());
    }
    void cancel_stopsTheAttemptFirst()
    {
        ConnectDialog dialog;
        dialog.setHost(QStringLiteral("juniper"));
        dialog.open();
        button(dialog, "Connect")->click();
        QSignalSpy cancelled(&dialog, &ConnectDialog::cancelRequested);
        button(dialog, "Cancel")->click();
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(dialog.isVisible());
        button(dialog, "Cancel")->click();
        QVERIFY(!dialog.isVisible());
    }
    void hosts_areOfferedAndNarrowed()
    {
        ConnectDialog dialog;
        dialog.setKnownHosts({{QStringLiteral("juniper"), QStringLiteral("alice@login01"), KnownHost::Origin::Recent},
                              {QStringLiteral("aurora"), {}, KnownHost::Origin::Config}});
        auto *hosts = dialog.findChild<QListWidget *>();
        auto *host = dialog.findChild<QLineEdit *>();
        QTest::keyClicks(host, QStringLiteral("aur"));
        QVERIFY(hosts->item(0)->isHidden() && !hosts->item(1)->isHidden());
        QTest::keyClicks(host, QStringLiteral("zz"));
        QVERIFY(!hosts->item(0)->isHidden() && !hosts->item(1)->isHidden());
        emit hosts->itemActivated(hosts->item(0));
        QCOMPARE(dialog.host(), QStringLiteral("juniper"));
    }
    void demo_needsNoHost()
    {
        ConnectDialog dialog;
        QSignalSpy demo(&dialog, &ConnectDialog::demoRequested);
        button(dialog, "Show a demo")->click();
        QCOMPARE(demo.size(), 1);
    }
};

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
