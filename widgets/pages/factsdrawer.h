// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/card.h"

#include <QList>
#include <utility>

class QGridLayout;
class QScrollArea;

namespace paceline {

/// Facts about one job as names and values that can be selected and copied. GUI thread.
class FactsDrawer : public Card
{
    Q_OBJECT
public:
    /// An empty name begins a section whose title is the value.
    using Facts = QList<std::pair<QString, QString>>;

    explicit FactsDrawer(QWidget *parent = nullptr);
    /// Plain text, shown as it is.
    void setFacts(const Facts &facts);
    const Facts &facts() const { return m_facts; }
    /// Stands above the facts; the drawer owns it.
    void setTool(QWidget *tool);

signals:
    void closeRequested();

private:
    void rebuild();

    Facts m_facts;
    QScrollArea *m_area;
};

} // namespace paceline
