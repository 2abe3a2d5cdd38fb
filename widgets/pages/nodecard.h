// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/clustermapwords.h"

#include <QWidget>

namespace paceline {

/// All about one node, beside the mouse. Lets the mouse through, and stays within its parent. GUI thread; owned by its
/// page.
class NodeCard : public QWidget
{
    Q_OBJECT
public:
    explicit NodeCard(QWidget *parent);

    /// anchor: the cell, in the parent; the card covers it not.
    void showFacts(const NodeFacts &facts, const QRect &anchor);
    const NodeFacts &facts() const { return m_facts; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        QRect label, text;
    };
    int measure();

    NodeFacts m_facts;
    QRect m_state;
    std::vector<Line> m_lines;
    int m_labels = 0; ///< width of the labels
};

} // namespace paceline
