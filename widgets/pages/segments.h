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
    /// Why each cannot be chosen, in words for its tooltip; empty: it can.
    void setUnavailable(const QStringList &reasons);
    bool isAvailable(int index) const { return m_reasons.value(index).isEmpty(); }
    int current() const { return m_current; }
    /// Emits nothing; -1 marks none.
    void setCurrent(int index);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(int index);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int indexAt(QPointF position) const;
    int widthOf(const QString &label) const;
    void choose(int index);
    void step(int direction);

    QStringList m_labels, m_reasons;
    int m_current = 0;
};

} // namespace paceline
