// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/items.h"

namespace paceline {

/// A stretch of values over the whole width, behind the curves, or the words on it, in front of them.
class RibbonItem : public DrawnItem
{
public:
    enum class Part { Band, Words };
    RibbonItem(QCPAxis *x, QCPAxis *y, Part part);

    double low = 0, high = 0;
    /// The band lies above what is seen: its words stand at the upper edge.
    bool isAbove = false;
    QString text;
    QColor color, ground; ///< ground: behind the words
    QFont font;

protected:
    void draw(QCPPainter *painter) override;

private:
    QRectF band() const;
    void drawWords(QCPPainter *painter) const;

    Part m_part;
};

} // namespace paceline
