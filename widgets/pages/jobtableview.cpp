// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/jobtableview.h"

#include "widgets/models/jobcells.h"
#include "widgets/models/jobtablemodel.h"
#include "widgets/pages/tabledelegate.h"
#include "widgets/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <array>

namespace paceline {

namespace {

constexpr std::array kDefaultWidths = {130, 150, 84, 64, 74, 54, 84, 124, 88, 120, 90, 80, 60, 160};
static_assert(kDefaultWidths.size() == std::size_t(JobColumn::Count));
constexpr int kShownByDefault = int(JobColumn::Reason) + 1;

} // namespace

JobTableView::JobTableView(QWidget *parent)
    : QTreeView(parent)
    , m_delegate(new TableDelegate({.mood = JobTableModel::MoodRole, .moodColumn = int(JobColumn::State)}, this))
{
    setItemDelegate(m_delegate);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false); // open() does it, once
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setAllColumnsShowFocus(true);
    setIndentation(14);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Jobs"));
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setSortIndicatorClearable(true);
    header()->setStretchLastSection(false);
    header()->setHighlightSections(false);
    connect(this, &QTreeView::customContextMenuRequested, this, &JobTableView::showRowMenu);
    connect(header(), &QHeaderView::customContextMenuRequested, this, &JobTableView::showHeaderMenu);
    connect(this, &QTreeView::activated, this, &JobTableView::open);
}

void JobTableView::setJobModel(JobTableModel *model)
{
    m_jobs = model;
    setModel(model);
    setDefaultColumns();
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void JobTableView::setDefaultColumns()
{
    for (int column = 0; column < int(JobColumn::Count); ++column) {
        header()->resizeSection(column, kDefaultWidths[std::size_t(column)]);
        setColumnHidden(column, column >= kShownByDefault);
    }
    header()->setSectionResizeMode(int(JobColumn::Reason), QHeaderView::Stretch);
}

void JobTableView::setStale(bool stale)
{
    m_delegate->setStale(stale);
    viewport()->update();
}

void JobTableView::repaintTimes()
{
    const int column = int(JobColumn::Elapsed);
    if (!isColumnHidden(column))
        viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
}

JobId JobTableView::currentJob() const
{
    return JobId{currentIndex().data(JobTableModel::JobNumberRole).toUInt()};
}

QByteArray JobTableView::saveState() const
{
    return header()->saveState();
}

void JobTableView::restoreState(const QByteArray &state)
{
    if (state.isEmpty() || !header()->restoreState(state))
        setDefaultColumns();
}

void JobTableView::open(const QModelIndex &index)
{
    if (index.data(JobTableModel::IsArrayRole).toBool())
        setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
    else if (index.isValid())
        emit jobOpenRequested(JobId{index.data(JobTableModel::JobNumberRole).toUInt()});
}

void JobTableView::showHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < int(JobColumn::Count); ++column) {
        QAction *action = menu->addAction(jobHeader(JobColumn(column)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != int(JobColumn::State));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &JobTableView::setDefaultColumns);
    menu->popup(header()->mapToGlobal(position));
}

void JobTableView::showRowMenu(const QPoint &position)
{
    const QModelIndex index = indexAt(position);
    const std::shared_ptr<const Job> job = m_jobs ? m_jobs->job(index) : nullptr;
    if (!job)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const JobId id = job->id;
    const bool watched = m_watched.contains(id);
    connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this, id] { emit jobOpenRequested(id); });
    connect(menu->addAction(watched ? tr("Stop watching") : tr("Watch")), &QAction::triggered, this,
            [this, id, watched] { emit watchRequested(id, !watched); });
    menu->addSeparator();
    const QString number = QString::number(id.number);
    const auto copy = [&](const QString &words, const QString &text) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, text] { emit copyRequested(text); });
    };
    copy(tr("Copy job number"), number);
    copy(tr("Copy as squeue command"), QStringLiteral("squeue --job=%1 --long").arg(number));
    copy(tr("Copy as scontrol command"), QStringLiteral("scontrol show job --details %1").arg(number));
    menu->popup(viewport()->mapToGlobal(position));
}

} // namespace paceline
