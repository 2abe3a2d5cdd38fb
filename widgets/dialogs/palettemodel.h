// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialogs/commandpalette.h"

#include <QAbstractListModel>

namespace paceline {

/// The entries of the palette that fit the search, the best first; at most kMost. GUI thread; owned by the palette.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 50;
    enum Role { NoteRole = Qt::UserRole + 1, KindRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries);
    void setSearch(const QString &search);
    const PaletteEntry &entry(const QModelIndex &index) const { return m_entries[m_listed[std::size_t(index.row())]]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_listed;
    QString m_search;
};

} // namespace paceline
