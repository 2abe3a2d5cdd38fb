// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace paceline {

/// A choice of a few words side by side, the chosen one marked. GUI thread.
class Segments : public QWidget
{
    Q_OBJECT
public:
    explicit Segments(QWidget *parent = nullptr);

    void setLabels(const QStringList &labels);
    const QStringList &labels() const { return m_labels; }
    int current() const { return m_current; }
    /// Emits nothing; -1 marks none.
    void setCurrent(int index);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int widthOf(const QString &label) const;
    void choose(int index);

    QStringList m_labels;
    int m_current = 0;
};

} // namespace paceline
