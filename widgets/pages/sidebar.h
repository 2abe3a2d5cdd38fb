// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"
#include "widgets/theme.h"

#include <QWidget>
#include <vector>

class QListView;
class QModelIndex;

namespace paceline {

class SidebarModel;

struct SidebarCluster
{
    ClusterId id;
    QString name; ///< as the user named the host
    Mood mood = Mood::Idle;
    QString state; ///< for the tool tip: the connection in words

    friend bool operator==(const SidebarCluster &, const SidebarCluster &) = default;
};

struct SidebarView
{
    QString key; ///< the caller's own
    QString title;

    friend bool operator==(const SidebarView &, const SidebarView &) = default;
};

struct SidebarJob
{
    ClusterId cluster;
    JobId job;
    QString name;
    Mood mood = Mood::Idle;
    QString line; ///< "8 nodes · 71 %"

    friend bool operator==(const SidebarJob &, const SidebarJob &) = default;
};

/// Clusters, views and watched jobs. Knows no session: takes lists, emits what was chosen. GUI thread; owned by its
/// parent.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setClusters(std::vector<SidebarCluster> clusters);
    void setViews(std::vector<SidebarView> views);
    void setWatchedJobs(std::vector<SidebarJob> jobs);
    /// Marks what is shown; emits nothing.
    void setCurrentView(const QString &key);
    void setCurrentJob(const ClusterId &cluster, JobId job);
    void setCurrentCluster(const ClusterId &cluster);

    QSize sizeHint() const override;

signals:
    void clusterActivated(const paceline::ClusterId &cluster);
    void viewActivated(const QString &key);
    void jobActivated(const paceline::ClusterId &cluster, paceline::JobId job);
    void connectRequested();
    void disconnectRequested(const paceline::ClusterId &cluster);
    void watchRequested(const paceline::ClusterId &cluster, paceline::JobId job, bool watched);

private:
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &position);

    SidebarModel *m_model;
    QListView *m_list;
};

} // namespace paceline
