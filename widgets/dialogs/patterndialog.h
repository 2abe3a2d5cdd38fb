// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/logtext.h"
#include "widgets/dialogs/patternbench.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace paceline {

class NumberLine;
class Sparkline;

/// Makes curves of the numbers in a line of a log: which numbers, what they are, and at once what else in the log would
/// be read so. Never blocks: the log is tried piece by piece. Emits saved(), and deletes itself when closed. GUI
/// thread.
class PatternDialog : public QDialog
{
    Q_OBJECT
public:
    /// log: what the pattern is tried on; may be null. bench outlives the dialog.
    PatternDialog(const PatternBench &bench, std::shared_ptr<const LogText> log, QWidget *parent = nullptr);
    ~PatternDialog() override;

    /// A new pattern of this line. fromEnd: how many characters before the line's end the number stands that was
    /// pointed at; -1: none was.
    void setLine(const QByteArray &line, qsizetype fromEnd = -1);
    /// A pattern to change.
    void setPattern(const LogPattern &pattern);
    LogPattern pattern() const;

signals:
    void saved(const paceline::LogPattern &pattern);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeLine();
    QWidget *makeNumber();
    QWidget *makePreview();
    QWidget *makeAdvanced();
    QWidget *makeButtons();

    void showLine();
    void showNumber();
    void toggle(int number);
    void setRole(NumberRole role);
    void rename();
    /// Something of the pattern changed: it is tried anew.
    void changed();
    void remake();
    void tryOn();
    void showOutcome();
    /// Makes room for what is shown now.
    void grow();
    void say(QLabel *label, const QString &text);
    void colour();
    QString whyNot() const;

    const PatternBench &m_bench;
    std::shared_ptr<const LogText> m_log;
    PatternLine m_line;
    std::vector<PatternNumber> m_roles; ///< of each number of the line
    LogPattern m_pattern;               ///< but for its name
    std::unique_ptr<PatternTry> m_try;
    std::size_t m_tried = 0; ///< chunks of the log
    QTimer m_timer;

    NumberLine *m_chips;
    QComboBox *m_role, *m_name;
    QLineEdit *m_unit, *m_title;
    QCheckBox *m_rest, *m_byHand;
    QLabel *m_matches, *m_warning, *m_firstTitle, *m_lastTitle;
    NumberLine *m_first, *m_last;
    Sparkline *m_curve;
    QToolButton *m_advanced;
    QWidget *m_advancedPart;
    QPlainTextEdit *m_expression;
    QPushButton *m_save;
    bool m_isShowing = false; ///< fields are being filled, not typed into
    bool m_isTitled = false;  ///< the name was typed by a person
};

} // namespace paceline
