// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/nodestamps.h"

#include <QWidget>

namespace paceline {

/// What the cells of the map mean: each state that occurs with its shape and count, and the scale of the values. Wraps
/// into as many lines as it needs. GUI thread.
class MapLegend : public QWidget
{
    Q_OBJECT
public:
    explicit MapLegend(QWidget *parent = nullptr);

    void setTally(const NodeTally &tally);
    void setQuantity(NodeQuantity quantity);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry
    {
        QString text;
        NodeLook look; ///< its stamp; unused for the scale
        bool isScale = false;
        QRect place;
    };
    void rebuild();
    void arrange();
    void paintScale(QPainter &painter, const Entry &entry) const;

    NodeTally m_tally;
    NodeQuantity m_quantity = NodeQuantity::State;
    std::vector<Entry> m_entries;
    NodeStamps m_stamps;
};

} // namespace paceline
