// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/sidebarmodel.h"

#include "backends/core/text.h"
#include "widgets/models/mood.h"

namespace paceline {

namespace {

constexpr int kMaxName = 64;

template <class... Visitors>
struct Overloaded : Visitors...
{
    using Visitors::operator()...;
};

} // namespace

void SidebarModel::setClusters(std::vector<SidebarCluster> clusters)
{
    m_clusters = std::move(clusters);
    rebuild();
}

void SidebarModel::setViews(std::vector<SidebarView> views)
{
    m_views = std::move(views);
    rebuild();
}

void SidebarModel::setJobs(std::vector<SidebarJob> jobs)
{
    m_jobs = std::move(jobs);
    rebuild();
}

void SidebarModel::rebuild()
{
    std::vector<Item> items = {Title{tr("Clusters")}};
    items.insert(items.end(), m_clusters.begin(), m_clusters.end());
    items.push_back(Connect{});
    if (!m_views.empty())
        items.push_back(Title{tr("Views")});
    items.insert(items.end(), m_views.begin(), m_views.end());
    if (!m_jobs.empty())
        items.push_back(Title{tr("Watched jobs")});
    items.insert(items.end(), m_jobs.begin(), m_jobs.end());
    if (items == m_items)
        return;
    const auto sameKind = [](const Item &a, const Item &b) { return a.index() == b.index(); };
    if (std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(), sameKind)) {
        m_items = std::move(items);
        announceAll();
        return;
    }
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

void SidebarModel::announceAll()
{
    if (!m_items.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void SidebarModel::setCurrentView(const QString &key)
{
    m_currentView = key;
    m_currentJob = {};
    announceAll();
}

void SidebarModel::setCurrentJob(const ClusterId &cluster, JobId job)
{
    m_currentCluster = cluster;
    m_currentJob = job;
    m_currentView.clear();
    announceAll();
}

void SidebarModel::setCurrentCluster(const ClusterId &cluster)
{
    m_currentCluster = cluster;
    announceAll();
}

bool SidebarModel::isCurrent(const Item &item) const
{
    if (const auto *view = std::get_if<SidebarView>(&item))
        return view->key == m_currentView;
    if (const auto *job = std::get_if<SidebarJob>(&item))
        return job->job == m_currentJob && job->cluster == m_currentCluster && m_currentJob.number != 0;
    return false;
}

QString SidebarModel::toolTip(const Item &item) const
{
    if (const auto *cluster = std::get_if<SidebarCluster>(&item))
        return plainToolTip(cluster->state);
    if (const auto *job = std::get_if<SidebarJob>(&item))
        return plainToolTip(tr("%1\nJob %2 on %3\n%4")
                                .arg(displayText(job->name, 300), QString::number(job->job.number),
                                     displayText(job->cluster.value, kMaxName), job->line));
    return {};
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &it = item(index);
    switch (role) {
    case Qt::DisplayRole:
        return std::visit(Overloaded{[](const Title &title) { return title.text; },
                                     [](const Connect &) { return tr("Connect …"); },
                                     [](const SidebarCluster &cluster) { return displayText(cluster.name, kMaxName); },
                                     [](const SidebarView &view) { return view.title; },
                                     [](const SidebarJob &job) { return displayText(job.name, kMaxName); }},
                          it);
    case Qt::ToolTipRole:
        return toolTip(it);
    case KindRole:
        return int(it.index());
    case CurrentRole:
        return isCurrent(it);
    case LineRole:
        return std::holds_alternative<SidebarJob>(it) ? std::get<SidebarJob>(it).line : QString();
    case MoodRole:
        if (const auto *cluster = std::get_if<SidebarCluster>(&it))
            return int(cluster->mood);
        return std::holds_alternative<SidebarJob>(it) ? QVariant(int(std::get<SidebarJob>(it).mood)) : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || std::holds_alternative<Title>(item(index)))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace paceline
