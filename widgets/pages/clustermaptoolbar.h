// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/nodegroups.h"
#include "widgets/models/nodelook.h"

#include <QWidget>
#include <array>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;

namespace paceline {

class Segments;

/// What the cluster map is coloured, grouped and searched by. GUI thread; owned by its page.
class ClusterMapToolbar : public QWidget
{
    Q_OBJECT
public:
    explicit ClusterMapToolbar(QWidget *parent = nullptr);

    /// Those that lack something cannot be chosen and say why.
    void setLacks(const std::array<QuantityLack, kNodeQuantities> &lacks);
    NodeQuantity quantity() const;
    NodeGrouping grouping() const;
    NodeOrder order() const;
    QString searchText() const;
    void setQuantity(NodeQuantity quantity);
    void setGrouping(NodeGrouping grouping);
    void setOrder(NodeOrder order);
    void setSearchText(const QString &text);
    /// "12 of 1 024 nodes"
    void setCountText(const QString &text);
    void focusSearch();
    bool isSearching() const;

signals:
    void quantityChosen();
    void groupingChosen();
    void searchChanged(const QString &text);
    /// Enter or the arrow down in the search: the keys go to the field.
    void searchLeft();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    QBoxLayout *m_layout;
    Segments *m_quantities;
    QComboBox *m_grouping, *m_order;
    QLineEdit *m_search;
    QLabel *m_count;
    QStringList m_reasons;
};

} // namespace paceline
