// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/commandpalette.h"
#include "widgets/dialogs/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

std::vector<PaletteEntry> entries()
{
    return {{PaletteEntry::Kind::Action, QStringLiteral("refresh"), QStringLiteral("Refresh the queue"),
             QStringLiteral("F5")},
            {PaletteEntry::Kind::Job, QStringLiteral("7"), QStringLiteral("my-resnet"), QStringLiteral("7 · alice")},
            {PaletteEntry::Kind::Job, QStringLiteral("8"), QStringLiteral("resnet50"), QStringLiteral("8 · alice")}};
}

} // namespace

class TestCommandPalette : public QObject
{
    Q_OBJECT
private slots:
    void bestFit_isFirst()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries(entries());
        model.setSearch(QStringLiteral("resn"));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.entry(model.index(0)).key, QStringLiteral("8"));
        model.setSearch(QStringLiteral("alice my"));
        QCOMPARE(model.rowCount(), 1);
        model.setSearch({});
        QCOMPARE(model.rowCount(), 3);
        model.setSearch(QStringLiteral("zzz"));
        QCOMPARE(model.rowCount(), 0);
    }
    void score_wantsEveryWord()
    {
        QVERIFY(paletteScore(QStringLiteral("resnet"), {QStringLiteral("res"), QStringLiteral("x")}) < 0);
        QVERIFY(paletteScore(QStringLiteral("resnet"), {QStringLiteral("res")}) >
                paletteScore(QStringLiteral("my-resnet"), {QStringLiteral("res")}));
    }
    void keys_moveAndChoose()
    {
        CommandPalette palette;
        palette.setEntries(entries());
        palette.popup();
        auto *search = palette.findChild<QLineEdit *>();
        QTest::keyClicks(search, QStringLiteral("resn"));
        QCOMPARE(palette.listedEntries(), 2);
        QTest::keyClick(search, Qt::Key_Down);
        QSignalSpy chosen(&palette, &CommandPalette::chosen);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().at(1).toString(), QStringLiteral("7"));
        QVERIFY(!palette.isVisible());
    }
    void nothingFits_choosesNothing()
    {
        CommandPalette palette;
        palette.setEntries(entries());
        palette.popup();
        palette.setSearchText(QStringLiteral("zzz"));
        QSignalSpy chosen(&palette, &CommandPalette::chosen);
        QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
    }
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
