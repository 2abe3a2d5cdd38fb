// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace paceline {

/// Stands where data would: says in one sentence why there are none and what to do.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// action: the button's text; empty: no button.
    void setText(const QString &title, const QString &hint, const QString &action = {});
    QString title() const;

signals:
    void actionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_button;
};

} // namespace paceline
