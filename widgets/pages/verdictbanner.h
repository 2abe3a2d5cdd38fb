// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/verdict.h"
#include "widgets/theme.h"

#include <QFrame>
#include <QList>

class QAction;
class QHBoxLayout;
class QLabel;

namespace paceline {

/// The answer on top of a page: a symbol, one sentence, one line below it, at most two actions. One quiet line while
/// all is well.
class VerdictBanner : public QFrame
{
    Q_OBJECT
public:
    explicit VerdictBanner(QWidget *parent = nullptr);

    void setVerdict(const Verdict &verdict);
    /// A sentence of the page's own, for example while connecting.
    void setText(Mood mood, const QString &headline, const QString &detail);
    /// Buttons at the right end, from left to right; the actions keep their owner.
    void setActions(const QList<QAction *> &actions);

    QString headline() const;
    QString detail() const;
    Mood mood() const { return m_mood; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    QLabel *m_symbol;
    QLabel *m_headline;
    QLabel *m_detail;
    QHBoxLayout *m_buttons;
    Mood m_mood = Mood::Idle;
};

} // namespace paceline
