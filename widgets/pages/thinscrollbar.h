// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

namespace paceline {

/// A scroll bar without buttons and frame: a round handle on the ground of its page.
class ThinScrollBar : public QScrollBar
{
    Q_OBJECT
public:
    explicit ThinScrollBar(Qt::Orientation orientation, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace paceline
