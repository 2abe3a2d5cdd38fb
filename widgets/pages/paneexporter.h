// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/plotpane.h"

#include <QPointer>
#include <QTimer>

namespace paceline {

/// Writes many panes to a folder, one an event, so that the window stays alive meanwhile. GUI thread.
class PaneExporter : public QObject
{
    Q_OBJECT
public:
    struct Item
    {
        QPointer<PlotPane> pane;
        QString name; ///< of the file, without its ending; made safe here
    };
    explicit PaneExporter(QObject *parent);

    /// A run that is under way is given up.
    void start(const QString &folder, PlotPane::Format format, std::vector<Item> items);

signals:
    void done(const QString &outcome);

private:
    void next();
    QString pathOf(const QString &name) const;

    QString m_folder, m_error;
    PlotPane::Format m_format = PlotPane::Format::Png;
    std::vector<Item> m_items;
    std::size_t m_at = 0;
    int m_written = 0;
    QTimer m_turn;
};

} // namespace paceline
