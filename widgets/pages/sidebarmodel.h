// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/sidebar.h"

#include <QAbstractListModel>
#include <variant>

namespace paceline {

/// The rows of the sidebar: titles, clusters, views, jobs. GUI thread; owned by the sidebar.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { Title, Connect, Cluster, View, Job };
    enum Role { KindRole = Qt::UserRole + 1, MoodRole, LineRole, CurrentRole };
    struct Title
    {
        QString text;
        friend bool operator==(const Title &, const Title &) = default;
    };
    struct Connect
    {
        friend bool operator==(const Connect &, const Connect &) = default;
    };
    using Item = std::variant<Title, Connect, SidebarCluster, SidebarView, SidebarJob>;

    using QAbstractListModel::QAbstractListModel;

    void setClusters(std::vector<SidebarCluster> clusters);
    void setViews(std::vector<SidebarView> views);
    void setJobs(std::vector<SidebarJob> jobs);
    void setCurrentView(const QString &key);
    void setCurrentJob(const ClusterId &cluster, JobId job);
    void setCurrentCluster(const ClusterId &cluster);

    const Item &item(const QModelIndex &index) const { return m_items[std::size_t(index.row())]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();
    void announceAll();
    bool isCurrent(const Item &item) const;
    QString toolTip(const Item &item) const;

    std::vector<SidebarCluster> m_clusters;
    std::vector<SidebarView> m_views;
    std::vector<SidebarJob> m_jobs;
    std::vector<Item> m_items;
    QString m_currentView;
    ClusterId m_currentCluster;
    JobId m_currentJob;
};

} // namespace paceline
