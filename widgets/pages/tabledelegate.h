// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace paceline {

/// Cells of the tables: rows of one height, no zebra, no focus box, a coloured symbol where the model tells a mood, a
/// bar where it tells a share, all of it faint while the data are stale. Text is drawn as plain text.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    struct Roles
    {
        int mood = -1, moodColumn = -1; ///< which role tells a Mood, and which column shows its symbol
        int share = -1;                 ///< which role tells a share from 0 to 1
    };
    explicit TableDelegate(Roles roles, QObject *parent = nullptr);

    void setStale(bool stale) { m_stale = stale; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Roles m_roles;
    bool m_stale = false;
};

} // namespace paceline
