// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/settings.h"
#include "app/window/clusterview.h"
#include "app/window/mainwindow.h"
#include "app/window/patterndesk.h"
#include "backends/parsers/logs/patternline.h"
#include "backends/parsers/logs/patternset.h"
#include "backends/store/logtext.h"
#include "widgets/dialogs/numberline.h"
#include "widgets/dialogs/patterndialog.h"
#include "widgets/dialogs/patternlist.h"
#include "widgets/dialogs/sparkline.h"
#include "widgets/pages/jobpage.h"
#include "widgets/pages/logpane.h"
#include "widgets/pages/logview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <cmath>

using namespace paceline;

namespace {

QByteArray lineOf(int step)
{
    const double reward = 8 * (1 - std::exp(-step / 90.0)) + std::sin(step * 1.7);
    return "[rank0]: epoch " + QByteArray::number(step / 100) + " step " + QByteArray::number(step) +
           "/400 | loss 0.5 | reward " + QByteArray::number(reward, 'f', 3) + " | step_time 12.5ms\n";
}

std::shared_ptr<const LogText> sampleLog()
{
    LogTextBuilder builder;
    LogChunk chunk;
    chunk.path = QStringLiteral("/scratch/slurm-1.out");
    chunk.bytes = "Loading the model\n";
    for (int step = 1; step <= 400; ++step)
        chunk.bytes += lineOf(step);
    chunk.bytes += "Done\n";
    chunk.fileSize = chunk.bytes.size();
    builder.apply(chunk);
    return builder.snapshot();
}

template <class T>
T *opened()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<T *>(widget); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QPushButton *button(const QWidget &in, const char *text)
{
    for (QPushButton *candidate : in.findChildren<QPushButton *>()) {
        if (candidate->text() == QLatin1String(text))
            return candidate;
    }
    return nullptr;
}

bool shows(const QWidget &in, const QString &text)
{
    const auto labels = in.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
}

/// The chips that numbers are chosen on; the others only show lines.
NumberLine *chips(const PatternDialog &dialog)
{
    for (NumberLine *line : dialog.findChildren<NumberLine *>()) {
        if (line->focusPolicy() != Qt::NoFocus)
            return line;
    }
    return nullptr;
}

} // namespace

class TestPatternDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<PatternDesk> m_desk;
    std::shared_ptr<const LogText> m_log = sampleLog();

    QString path() const { return m_folder->filePath(QStringLiteral("patterns.json")); }
    /// Opens the dialog at the reward.
    PatternDialog *atReward()
    {
        const QByteArray line = lineOf(7).trimmed();
        m_desk->makeCurve(m_log, line, line.size() - line.indexOf("reward ") - 7);
        return opened<PatternDialog>();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        m_window->show();
        m_desk = std::make_unique<PatternDesk>(path(), m_window.get());
    }
    void cleanup()
    {
        m_desk.reset();
        m_window.reset();
    }

    void numberThatWasPointedAt_isACurveAtOnce()
    {
        PatternDialog *dialog = atReward();
        QVERIFY(dialog);
        QTRY_VERIFY(shows(*dialog, QStringLiteral("400 of 402 lines look like this.")) && !shows(*dialog, tr("Still")));
        QVERIFY(shows(*dialog, QStringLiteral("First: line 2")));
        QVERIFY(shows(*dialog, QStringLiteral("Last: line 401")));
        QVERIFY(shows(*dialog, QStringLiteral("of these line(s) are read already, as generic")));
        QCOMPARE(dialog->findChild<Sparkline *>()->count(), 400);
        const LogPattern made = dialog->pattern();
        QCOMPARE(made.name, QStringLiteral("reward"));
        QCOMPARE(made.numbers.size(), 4); // epoch, step and their total come by themselves
        QCOMPARE(made.numbers[3].name, QStringLiteral("reward"));
        QSignalSpy changed(m_desk.get(), &PatternDesk::changed);
        button(*dialog, "Save")->click();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_desk->set()->size(), 1);
        QVERIFY(PatternFile(path()).load().value() == m_desk->patterns());
        QTRY_VERIFY(!opened<PatternDialog>());
    }

    void keyboardAlone_choosesNamesAndSaves()
    {
        m_desk->makeCurve(m_log, lineOf(7), -1);
        PatternDialog *dialog = opened<PatternDialog>();
        QVERIFY(dialog);
        QVERIFY(!button(*dialog, "Save")->isEnabled());
        NumberLine *line = chips(*dialog);
        QTRY_VERIFY(line->hasFocus());
        for (int i = 0; i < 3; ++i) // epoch, step, total, loss
            QTest::keyClick(line, Qt::Key_Right);
        QTest::keyClick(line, Qt::Key_Space);
        QTest::keyClick(line, Qt::Key_Right);
        QTest::keyClick(line, Qt::Key_Space);
        auto *name = dialog->findChildren<QComboBox *>().at(1);
        name->lineEdit()->selectAll();
        QTest::keyClicks(name->lineEdit(), QStringLiteral("train_loss"));
        QCOMPARE(dialog->pattern().numbers[3].canon, QStringLiteral("loss"));
        QCOMPARE(dialog->pattern().numbers[4].name, QStringLiteral("train_loss"));
        QTest::keyClick(line, Qt::Key_Left);
        QTest::keyClick(line, Qt::Key_Space); // gives the loss up
        QCOMPARE(dialog->pattern().numbers.size(), 4);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(m_desk->patterns().size(), 1);
    }

    void clickedChips_areChosenAndGivenUp()
    {
        PatternDialog *dialog = atReward();
        NumberLine *line = chips(*dialog);
        QCOMPARE(line->current(), 4);
        QTest::mouseClick(line, Qt::LeftButton, {}, line->placeOf(5));
        QCOMPARE(line->current(), 5);
        QCOMPARE(dialog->pattern().numbers.size(), 5);
        QCOMPARE(dialog->pattern().numbers[4].unit, QStringLiteral("ms"));
        QTest::mouseClick(line, Qt::LeftButton, {}, line->placeOf(4)); // looks at it
        QCOMPARE(dialog->pattern().numbers.size(), 5);
        QTest::mouseClick(line, Qt::LeftButton, {}, line->placeOf(4)); // and gives it up
        QCOMPARE(dialog->pattern().numbers.size(), 4);
        // Without any curve there is nothing to save, and it is said what to do.
        QTest::mouseClick(line, Qt::LeftButton, {}, line->placeOf(5));
        QTest::mouseClick(line, Qt::LeftButton, {}, line->placeOf(5));
        QVERIFY(!button(*dialog, "Save")->isEnabled());
        QVERIFY(shows(*dialog, QStringLiteral("Choose a number")));
    }

    void expressionByHand_isTriedAndRefused()
    {
        PatternDialog *dialog = atReward();
        dialog->findChild<QToolButton *>()->click();
        auto *byHand = dialog->findChildren<QCheckBox *>().at(1);
        auto *text = dialog->findChild<QPlainTextEdit *>();
        QVERIFY(text->isReadOnly() && text->toPlainText().startsWith(QLatin1Char('^')));
        byHand->click();
        text->setPlainText(QStringLiteral("epoch (\\d+) step (\\d+)/(\\d+) .* reward ([-\\d.]+"));
        QVERIFY(shows(*dialog, QStringLiteral("This expression cannot be used")));
        QVERIFY(!button(*dialog, "Save")->isEnabled());
        text->setPlainText(QStringLiteral("epoch (\\d+) step (\\d+)/(\\d+) .* reward ([-\\d.]+)"));
        QTRY_VERIFY(shows(*dialog, QStringLiteral("400 of 402")));
        button(*dialog, "Save")->click();
        QVERIFY(m_desk->patterns()[0].parts.empty());
        QCOMPARE(m_desk->set()->size(), 1);
    }

    void list_switchesDeletesAndBringsBack()
    {
        button(*atReward(), "Save")->click();
        button(*atReward(), "Save")->click();
        QCOMPARE(m_desk->patterns()[0].name, QStringLiteral("reward (2)"));
        m_desk->showAll(m_log);
        auto *list = opened<PatternList>();
        auto *rows = list->findChild<QListWidget *>();
        QCOMPARE(rows->count(), 2);
        rows->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(!m_desk->patterns()[0].isOn);
        QCOMPARE(m_desk->set()->size(), 1);
        button(*list, "Delete")->click();
        QCOMPARE(m_desk->patterns().size(), 1);
        button(*list, "Undo")->click();
        QCOMPARE(m_desk->patterns().size(), 2);
        QCOMPARE(PatternFile(path()).load()->size(), 2);
    }

    void changing_keepsWhatIsNotTouched()
    {
        PatternDialog *dialog = atReward();
        NumberLine *line = chips(*dialog);
        line->setCurrent(3); // the loss: 0.5 and nothing else
        auto *role = dialog->findChild<QComboBox *>();
        role->setCurrentIndex(role->findData(int(NumberRole::Same)));
        button(*dialog, "Save")->click();
        const LogPattern before = m_desk->patterns()[0];
        m_desk->showAll(m_log);
        QTest::keyClick(opened<PatternList>()->findChild<QListWidget *>(), Qt::Key_Return);
        dialog = opened<PatternDialog>();
        QVERIFY(dialog);
        QVERIFY(dialog->pattern() == before);
        auto *title = dialog->findChildren<QLineEdit *>().last();
        title->setText(QStringLiteral("my reward"));
        button(*dialog, "Save")->click();
        QCOMPARE(m_desk->patterns().size(), 1);
        QCOMPARE(m_desk->patterns()[0].name, QStringLiteral("my reward"));
        QVERIFY(m_desk->patterns()[0].parts == before.parts);
    }

    void exportAndImport_giveAPatternAway()
    {
        button(*atReward(), "Save")->click();
        const QString file = m_folder->filePath(QStringLiteral("given.json"));
        QVERIFY(m_desk->exportTo(file, 0));
        QCOMPARE(m_desk->importFrom(file).value(), 1);
        QCOMPARE(m_desk->patterns()[1].name, QStringLiteral("reward (2)"));
        QFile bad(file);
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("{}");
        bad.close();
        QVERIFY(!m_desk->importFrom(file));
        QCOMPARE(m_desk->patterns().size(), 2);
    }

    void savedPattern_drawsItsCurveOverTheWholeLog()
    {
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->path()));
        Settings settings(m_folder->filePath(QStringLiteral("paceline.ini")));
        MainWindow window(settings, Options());
        window.show();
        HostSpec demo = *HostSpec::parse(QStringLiteral("demo:"));
        demo.speed = 16;
        ClusterView *view = window.openHost(demo);
        const auto own = [&] {
            for (const auto &job : view->data().jobs ? view->data().jobs->jobs : JobList().jobs) {
                if (job->state == JobState::Running && job->user == view->data().userName)
                    return job->id;
            }
            return JobId{};
        };
        QTRY_VERIFY_WITH_TIMEOUT(own().number != 0, 20'000);
        const JobId job = own();
        view->openJob(job);
        const auto run = [&] {
            const auto snapshot = view->data().watched.value(job);
            return snapshot ? snapshot->run : nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(run() && run()->size() > 20, 30'000);
        const auto first = run()->place(0);
        const LogText::Line line = view->currentLog()->line(view->currentLog()->indexOfLine(run()->place(5).line));
        const PatternLine seen = logs::lookAtLine(line.bytes);
        const auto number = std::find_if(seen.numbers.begin(), seen.numbers.end(),
                                         [](const auto &n) { return n.suggestion.role == NumberRole::Metric; });
        QVERIFY2(number != seen.numbers.end(), line.bytes);
        emit view->jobPage(job)->log()->view()->curveOfNumberRequested(line.bytes, seen.text.size() - number->start);
        auto *dialog = opened<PatternDialog>();
        QVERIFY(dialog);
        dialog->findChildren<QComboBox *>().at(1)->setEditText(QStringLiteral("mine"));
        QTRY_VERIFY(button(*dialog, "Save")->isEnabled());
        button(*dialog, "Save")->click();
        QTRY_VERIFY_WITH_TIMEOUT(run()->metrics().contains(QStringLiteral("mine")), 30'000);
        QVERIFY(run()->size() > 20);
        QCOMPARE(run()->place(0).line, first.line);
        QCOMPARE(PatternFile(Settings::patternsPath()).load()->size(), 1);
        const QString pictures = qEnvironmentVariable("PACELINE_PICTURES");
        if (!pictures.isEmpty())
            window.grab().save(QDir(pictures).filePath(QStringLiteral("window.png")));
    }

    /// Kept below PACELINE_PICTURES, to look at.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("PACELINE_PICTURES", m_folder->path());
        for (const bool dark : {false, true}) {
            applyColorScheme(*qApp, dark ? ColorScheme::Dark : ColorScheme::Light);
            const QString suffix = dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
            PatternDialog *dialog = atReward();
            QTRY_VERIFY(shows(*dialog, QStringLiteral("400 of 402")));
            QVERIFY(dialog->height() <= 800);
            QVERIFY(dialog->grab().save(QDir(folder).filePath(QStringLiteral("pattern") + suffix)));
            dialog->findChild<QToolButton *>()->click();
            QTRY_VERIFY(dialog->findChild<QPlainTextEdit *>()->isVisible());
            QVERIFY(dialog->sizeHint().height() <= 760);
            QVERIFY(dialog->grab().save(QDir(folder).filePath(QStringLiteral("pattern-advanced") + suffix)));
            button(*dialog, "Save")->click();
            m_desk->showAll(m_log);
            auto *list = opened<PatternList>();
            QVERIFY(list->grab().save(QDir(folder).filePath(QStringLiteral("patterns") + suffix)));
            list->close();
            QTRY_VERIFY(!opened<PatternList>());
        }
    }
};

QTEST_MAIN(TestPatternDesk)
#include "tst_patterndesk.moc"
