// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/errordetail.h"
#include "widgets/dialogs/promptdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

LoginQuestion interactive(int prompts)
{
    LoginQuestion question;
    question.id = 5;
    question.kind = LoginQuestion::Kind::Interactive;
    question.host = QStringLiteral("juniper");
    question.user = QStringLiteral("alice");
    for (int i = 0; i < prompts; ++i)
        question.prompts.push_back({QStringLiteral("Prompt %1:").arg(i), i % 2 == 1});
    return question;
}

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
        if (label->text().contains(text) && label->textFormat() == Qt::PlainText)
            return true;
    }
    return false;
}

} // namespace

class TestPromptDialog : public QObject
{
    Q_OBJECT
private slots:
    void everyPrompt_hasItsFieldAndEcho_data()
    {
        QTest::addColumn<int>("prompts");
        for (const int count : {0, 1, 2, 7})
            QTest::addRow("%d", count) << count;
    }
    void everyPrompt_hasItsFieldAndEcho()
    {
        QFETCH(int, prompts);
        PromptDialog dialog(interactive(prompts));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto fields = dialog.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), prompts);
        QStringList typed;
        for (int i = 0; i < prompts; ++i) {
            QCOMPARE(fields.at(i)->echoMode(), i % 2 == 1 ? QLineEdit::Normal : QLineEdit::Password);
            fields.at(i)->setText(QStringLiteral("answer %1").arg(i));
            typed += fields.at(i)->text();
        }
        QSignalSpy answered(&dialog, &PromptDialog::answered);
        button(dialog, prompts == 0 ? "Continue" : "Send")->click();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.front().at(0).toULongLong(), 5ULL);
        QCOMPARE(answered.front().at(1).toBool(), true);
        QCOMPARE(answered.front().at(2).toStringList(), typed);
        for (const QLineEdit *field : fields)
            QVERIFY(field->text().isEmpty()); // secrets are not kept
    }
    void cancel_answersNothing()
    {
        PromptDialog dialog(interactive(1));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("secret"));
        QSignalSpy answered(&dialog, &PromptDialog::answered);
        dialog.open();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.front().at(1).toBool(), false);
        QVERIFY(answered.front().at(2).toStringList().isEmpty());
        QVERIFY(dialog.findChild<QLineEdit *>()->text().isEmpty());
    }
    void serversWords_areShownWordForWordAsPlainText()
    {
        LoginQuestion question = interactive(1);
        question.instruction = QStringLiteral("<b>Duo</b> login\r\n 1. Push\x1b[2J");
        question.prompts[0].text = QStringLiteral("Passcode or option (1-3): ");
        const PromptDialog dialog(question);
        QVERIFY(shows(dialog, QStringLiteral("<b>Duo</b> login\n 1. Push\u241b[2J")));
        QVERIFY(shows(dialog, QStringLiteral("Passcode or option (1-3):")));
    }
    void hostKey_isNeverTrustedByEnter()
    {
        LoginQuestion question;
        question.id = 9;
        question.kind = LoginQuestion::Kind::HostKey;
        question.host = QStringLiteral("juniper");
        question.keyType = QStringLiteral("ED25519");
        question.fingerprint = QStringLiteral("SHA256:abc");
        for (const char *text : {"It is right, remember it", "Only this time"}) {
            PromptDialog dialog(question);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            QVERIFY(shows(dialog, QStringLiteral("SHA256:abc")));
            QSignalSpy answered(&dialog, &PromptDialog::answered);
            button(dialog, text)->click();
            QCOMPARE(answered.front().at(2).toStringList(),
                     QStringList{QLatin1String(text).startsWith(QLatin1String("It")) ? QStringLiteral("yes")
                                                                                     : QStringLiteral("once")});
        }
        PromptDialog dialog(question);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy answered(&dialog, &PromptDialog::answered);
        dialog.open();
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.front().at(1).toBool(), false);
    }
    void closedDialog_isGone()
    {
        QPointer<PromptDialog> dialog = new PromptDialog(interactive(1));
        dialog->open();
        dialog->reject();
        QTRY_VERIFY(dialog.isNull());
    }
    void errorDetail_holdsWordsAndEvidence()
    {
        const ErrorDetail dialog({ErrorKind::HostKeyChanged, QStringLiteral("key <x> differs")},
                                 QStringLiteral("juniper"));
        QVERIFY(dialog.text().contains(QLatin1String("ssh-keygen -R 'juniper'")));
        QVERIFY(dialog.text().endsWith(QLatin1String("key <x> differs")));
    }
};

QTEST_MAIN(TestPromptDialog)
#include "tst_promptdialog.moc"
