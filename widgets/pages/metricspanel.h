// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/card.h"

#include <QStringList>

class QScrollArea;

namespace paceline {

/// Every metric of the page by name, to pin to the top or to hide. GUI thread.
class MetricsPanel : public Card
{
    Q_OBJECT
public:
    explicit MetricsPanel(QWidget *parent = nullptr);

    /// In the order of the page, hidden ones among them.
    void setMetrics(const QStringList &metrics, const QStringList &pinned, const QStringList &hidden);

signals:
    void pinRequested(const QString &metric, bool pinned);
    void hideRequested(const QString &metric, bool hidden);
    void closeRequested();

private:
    void rebuild();
    QWidget *rowOf(const QString &metric);

    QScrollArea *m_area;
    QStringList m_metrics, m_pinned, m_hidden;
};

} // namespace paceline
