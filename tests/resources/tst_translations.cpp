// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"
#include "resources/translations.h"
#include "widgets/dialogs/connectdialog.h"
#include "widgets/pages/overviewpage.h"

#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace paceline;

/// The files are complete (a lint sees to that); here, that their words reach the widgets that ask for them.
class TestTranslations : public QObject
{
    Q_OBJECT
private slots:
    void init() { initResources(); }
    void cleanup() { qDeleteAll(qApp->findChildren<QTranslator *>()); }
    void germanReachesWidgetsAndFreeTexts();
    void anUnknownLanguageGetsEnglish();
};

void TestTranslations::germanReachesWidgetsAndFreeTexts()
{
    installTranslations(*qApp, QLocale(QStringLiteral("de_DE")));
    QCOMPARE(ConnectDialog::tr("Cancel"), QStringLiteral("Abbrechen"));
    QCOMPARE(OverviewPage::tr("My jobs"), QStringLiteral("Meine Jobs"));
    QCOMPARE(QCoreApplication::translate("StatusText", "Connected to %1"), QStringLiteral("Verbunden mit %1"));
}

void TestTranslations::anUnknownLanguageGetsEnglish()
{
    installTranslations(*qApp, QLocale(QStringLiteral("eo")));
    QCOMPARE(ConnectDialog::tr("Cancel"), QStringLiteral("Cancel"));
    QCOMPARE(QCoreApplication::translate("Summaries", "%n node(s)", nullptr, 1), QStringLiteral("1 node"));
    QCOMPARE(QCoreApplication::translate("Summaries", "%n node(s)", nullptr, 2), QStringLiteral("2 nodes"));
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
