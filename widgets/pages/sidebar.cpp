// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/sidebar.h"

#include "widgets/pages/sidebarmodel.h"

#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace paceline {

namespace {

using Kind = SidebarModel::Kind;

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(SidebarModel::KindRole).toInt());
}

class SidebarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        switch (kindOf(index)) {
        case Kind::Title:
            return {0, index.row() == 0 ? 36 : 44};
        case Kind::Job:
            return {0, 46};
        default:
            return {0, 29};
        }
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(10, 1, -10, -1);
        const bool hovered = option.state & QStyle::State_MouseOver, focused = option.state & QStyle::State_HasFocus;
        if (kindOf(index) == Kind::Title) {
            paintTitle(painter, theme, row, index);
        } else {
            if (index.data(SidebarModel::CurrentRole).toBool() || hovered || focused) {
                QColor ground = theme.selection;
                ground.setAlphaF(index.data(SidebarModel::CurrentRole).toBool() || focused ? 1.0F : 0.5F);
                painter->setPen(Qt::NoPen);
                painter->setBrush(ground);
                painter->drawRoundedRect(row, 6, 6);
            }
            paintRow(painter, theme, row.adjusted(8, 0, -6, 0), index);
        }
        painter->restore();
    }

private:
    static void paintTitle(QPainter *painter, const Theme &theme, const QRect &row, const QModelIndex &index)
    {
        QFont font = Theme::secondary();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(theme.soft);
        painter->drawText(row.adjusted(8, 0, 0, -6), Qt::AlignBottom | Qt::AlignLeft, index.data().toString());
    }
    static void paintRow(QPainter *painter, const Theme &theme, const QRect &row, const QModelIndex &index)
    {
        constexpr int kSymbol = 16;
        const bool isJob = kindOf(index) == Kind::Job;
        QRect line = isJob ? QRect(row.left(), row.top() + 4, row.width(), 20) : row;
        painter->setFont(Theme::body());
        if (const QVariant mood = index.data(SidebarModel::MoodRole); mood.isValid()) {
            painter->setPen(theme.mood(Mood(mood.toInt())));
            painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, Theme::symbol(Mood(mood.toInt())));
            line.setLeft(line.left() + kSymbol);
        }
        const bool quiet = kindOf(index) == Kind::View || kindOf(index) == Kind::Connect;
        painter->setPen(quiet && !index.data(SidebarModel::CurrentRole).toBool() ? theme.soft : theme.ink);
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, line.width()));
        if (!isJob)
            return;
        painter->setFont(Theme::secondary());
        painter->setPen(theme.soft);
        const QRect second(line.left(), line.bottom() - 1, line.width(), 18);
        painter->drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data(SidebarModel::LineRole).toString(),
                                                            Qt::ElideRight, second.width()));
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_model(new SidebarModel(this))
    , m_list(new QListView(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SidebarDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Clusters, views and watched jobs"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, &Sidebar::activate);
    connect(m_list, &QListView::activated, this, &Sidebar::activate);
    connect(m_list, &QListView::customContextMenuRequested, this, &Sidebar::showMenu);
    setClusters({});
}

QSize Sidebar::sizeHint() const
{
    return {206, 480};
}

void Sidebar::setClusters(std::vector<SidebarCluster> clusters)
{
    m_model->setClusters(std::move(clusters));
}

void Sidebar::setViews(std::vector<SidebarView> views)
{
    m_model->setViews(std::move(views));
}

void Sidebar::setWatchedJobs(std::vector<SidebarJob> jobs)
{
    m_model->setJobs(std::move(jobs));
}

void Sidebar::setCurrentView(const QString &key)
{
    m_model->setCurrentView(key);
}

void Sidebar::setCurrentJob(const ClusterId &cluster, JobId job)
{
    m_model->setCurrentJob(cluster, job);
}

void Sidebar::setCurrentCluster(const ClusterId &cluster)
{
    m_model->setCurrentCluster(cluster);
}

void Sidebar::activate(const QModelIndex &index)
{
    const SidebarModel::Item item = m_model->item(index);
    if (std::holds_alternative<SidebarModel::Connect>(item))
        emit connectRequested();
    else if (const auto *cluster = std::get_if<SidebarCluster>(&item))
        emit clusterActivated(cluster->id);
    else if (const auto *view = std::get_if<SidebarView>(&item))
        emit viewActivated(view->key);
    else if (const auto *job = std::get_if<SidebarJob>(&item))
        emit jobActivated(job->cluster, job->job);
}

void Sidebar::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const SidebarModel::Item item = m_model->item(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto *cluster = std::get_if<SidebarCluster>(&item))
        connect(menu->addAction(tr("Disconnect")), &QAction::triggered, this,
                [this, id = cluster->id] { emit disconnectRequested(id); });
    else if (const auto *job = std::get_if<SidebarJob>(&item))
        connect(menu->addAction(tr("Stop watching")), &QAction::triggered, this,
                [this, cluster = job->cluster, id = job->job] { emit watchRequested(cluster, id, false); });
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace paceline
