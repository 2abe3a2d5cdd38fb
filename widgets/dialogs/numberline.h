// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextLayout>
#include <QWidget>
#include <vector>

namespace paceline {

/// One line of a log with its numbers on chips, wrapped to the width. Numbers are chosen with the mouse, or with the
/// arrow keys and Space. GUI thread.
class NumberLine : public QWidget
{
    Q_OBJECT
public:
    enum class Look { Free, Curve, Counter, Fixed };
    struct Chip
    {
        int start = 0, length = 0; ///< characters
        Look look = Look::Free;
    };
    enum class Use { Choose, ShowOnly };

    explicit NumberLine(Use use, QWidget *parent = nullptr);

    void setLine(const QString &text, std::vector<Chip> chips);
    void setLook(int chip, Look look);
    int current() const { return m_current; } ///< -1: there is no number
    void setCurrent(int chip);
    /// Middle of a chip, for tests.
    QPoint placeOf(int chip) const;

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void currentChanged(int chip);
    /// The number is to be used, or no longer.
    void toggled(int chip);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    qreal layOut(QTextLayout &layout, int width) const;
    /// Of a chip, one for each row that it reaches into.
    std::vector<QRectF> rectsOf(const Chip &chip) const;
    void paintChip(QPainter &painter, int index) const;
    int chipAt(QPointF place) const;

    Use m_use;
    QString m_text;
    std::vector<Chip> m_chips;
    QTextLayout m_layout;
    int m_current = -1;
};

} // namespace paceline
