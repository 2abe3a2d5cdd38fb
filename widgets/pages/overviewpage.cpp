// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/overviewpage.h"

#include "backends/analysis/verdict.h"
#include "backends/core/text.h"
#include "widgets/format/counts.h"
#include "widgets/format/describe.h"
#include "widgets/format/durations.h"
#include "widgets/format/statustext.h"
#include "widgets/format/units.h"
#include "widgets/models/jobtablemodel.h"
#include "widgets/models/mood.h"
#include "widgets/pages/card.h"
#include "widgets/pages/emptystate.h"
#include "widgets/pages/jobtableview.h"
#include "widgets/pages/partitionpanel.h"
#include "widgets/pages/verdictbanner.h"
#include "widgets/theme.h"

#include <QButtonGroup>
#include <QDataStream>
#include <QEvent>
#include <QHBoxLayout>
#include <QIODevice>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

namespace paceline {

namespace {

constexpr qint64 kStaleMs = 150'000; ///< two polls of all jobs and a half
constexpr qint64 kJudgeEveryMs = 10'000;
constexpr int kBesideWidth = 1500; ///< from here on partitions stand beside the jobs, below it under them
constexpr quint32 kStateMagic = 0x50634f31;

QString withFullStop(const QString &sentence)
{
    return sentence.endsWith(QLatin1Char('.')) ? sentence : sentence + QLatin1Char('.');
}

} // namespace

OverviewPage::OverviewPage(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(new JobTableModel(this))
    , m_banner(new VerdictBanner(this))
    , m_scopes(new QButtonGroup(this))
    , m_filter(new QLineEdit(this))
    , m_filterError(new QLabel(this))
    , m_count(new QLabel(this))
    , m_refresh(new QToolButton(this))
    , m_problem(new QLabel(this))
    , m_problemDetails(new QToolButton(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_tableOrEmpty(new QStackedWidget(this))
    , m_table(new JobTableView(this))
    , m_empty(new EmptyState(this))
    , m_partitions(new PartitionPanel(this))
    , m_second(new QTimer(this))
{
    auto *problem = new QHBoxLayout;
    problem->addWidget(m_problem, 1);
    problem->addWidget(m_problemDetails);
    m_splitter->addWidget(makeTable());
    m_splitter->addWidget(m_partitions);
    m_splitter->setStretchFactor(0, 4);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setHandleWidth(Theme::kPaneGap);
    m_splitter->setChildrenCollapsible(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(makeBar());
    column->addWidget(m_filterError);
    column->addLayout(problem);
    column->addWidget(m_splitter, 1);

    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSizedByHand = true; });
    m_second->setInterval(1000);
    connect(m_second, &QTimer::timeout, this, &OverviewPage::tick);
    connect(m_table, &JobTableView::jobOpenRequested, this, &OverviewPage::jobOpenRequested);
    connect(m_table, &JobTableView::watchRequested, this, &OverviewPage::watchRequested);
    connect(m_table, &JobTableView::copyRequested, this, &OverviewPage::copyRequested);
    auto *slash = new QShortcut(QKeySequence(Qt::Key_Slash), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, this, &OverviewPage::focusFilter);
    m_filterError->hide();
    applyTheme();
    judge();
    showAge();
    showProblem();
    showEmptyState();
}

OverviewPage::~OverviewPage() = default;

QWidget *OverviewPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto addScope = [&](Scope scope, const QString &text) {
        auto *button = new QToolButton(bar);
        button->setText(text);
        button->setCheckable(true);
        m_scopes->addButton(button, int(scope));
        row->addWidget(button);
    };
    addScope(Scope::MyJobs, tr("My jobs"));
    addScope(Scope::AllJobs, tr("All jobs"));
    m_scopes->button(int(Scope::MyJobs))->setChecked(true);
    connect(m_scopes, &QButtonGroup::idClicked, this, &OverviewPage::applyScope);

    m_filter->setPlaceholderText(tr("Filter: words, user=alice, nodes>=8, state=waiting, /regex/"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter jobs"));
    connect(m_filter, &QLineEdit::textChanged, this, &OverviewPage::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    m_refresh->setToolTip(tr("Ask for the queue now"));
    connect(m_refresh, &QToolButton::clicked, this, &OverviewPage::refreshRequested);
    row->addWidget(m_refresh);

    for (QLabel *label : {m_count, m_problem, m_filterError})
        label->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problemDetails->setText(tr("Details"));
    connect(m_problemDetails, &QToolButton::clicked, this, [this] {
        if (const auto error = shownError())
            emit errorDetailRequested(*error);
    });
    return bar;
}

QWidget *OverviewPage::makeTable()
{
    m_table->setJobModel(m_model);
    auto *card = new Card(m_splitter);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(4, 4, 4, 4);
    inner->addWidget(m_tableOrEmpty);
    m_tableOrEmpty->addWidget(m_table);
    m_tableOrEmpty->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_connection.phase != ConnectionPhase::Connected)
            emit connectRequested();
        else if (!m_filter->text().isEmpty())
            m_filter->clear();
        else
            setScope(Scope::AllJobs);
    });
    return card;
}

/// What is shown is not kept, but it is as fresh as ever.
static bool makesStale(const Problem &problem)
{
    return problem.subject != Problem::Subject::History;
}

void OverviewPage::apply(const ChangeSet &changes)
{
    if (!changes.userName.isEmpty() && m_user != changes.userName) {
        m_user = changes.userName;
        applyScope();
    }
    if (changes.problems) {
        m_problems = *changes.problems;
        std::stable_partition(m_problems.begin(), m_problems.end(), makesStale);
    }
    if (changes.jobs) {
        m_jobs = changes.jobs;
        m_model->setNowMs(m_clock.nowMs());
        m_model->setJobs(m_jobs);
    }
    if (changes.nodes) {
        m_nodes = changes.nodes;
        const int before = m_partitions->sizeHint().height();
        m_partitions->setNodes(m_nodes.get());
        if (m_partitions->sizeHint().height() != before)
            shareSpace();
    }
    if (changes.jobs || changes.nodes || changes.problems || !changes.userName.isEmpty()) {
        judge();
        showProblem();
        showEmptyState();
        updateTimer();
    }
}

void OverviewPage::setConnection(const ConnectionState &state, const QString &host)
{
    m_connection = state;
    m_host = host;
    judge();
    showProblem();
    showEmptyState();
}

void OverviewPage::setWatchedJobs(const QSet<JobId> &jobs)
{
    m_table->setWatchedJobs(jobs);
}

void OverviewPage::setScope(Scope scope)
{
    m_scopes->button(int(scope))->setChecked(true);
    applyScope();
}

void OverviewPage::applyScope()
{
    m_model->setUser(m_scopes->checkedId() == int(Scope::MyJobs) ? m_user : QString());
    showEmptyState();
}

void OverviewPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void OverviewPage::setFilterText(const QString &text)
{
    m_filter->setText(text);
}

void OverviewPage::applyFilter(const QString &text)
{
    const auto filter = JobFilter::parse(text);
    m_filterError->setVisible(!filter);
    if (!filter) {
        m_filterError->setText(describe(filter.error()));
        return; // what was listed stays while one types
    }
    m_model->setFilter(*filter);
    showEmptyState();
}

bool OverviewPage::isStale() const
{
    return (!m_problems.empty() && makesStale(m_problems.front())) ||
           m_connection.phase != ConnectionPhase::Connected || (m_jobs && m_clock.nowMs() - m_jobs->takenMs > kStaleMs);
}

void OverviewPage::tick()
{
    if (window()->isMinimized())
        return;
    // Elapsed time of stale data stands still: nobody knows whether the jobs still run.
    m_model->setNowMs(isStale() && m_jobs ? m_jobs->takenMs : m_clock.nowMs());
    m_table->repaintTimes();
    showAge();
    if (m_clock.nowMs() - m_judgedMs >= kJudgeEveryMs)
        judge();
}

void OverviewPage::judge()
{
    m_judgedMs = m_clock.nowMs();
    m_table->setStale(isStale());
    m_partitions->setStale(isStale());
    if (!m_jobs && m_connection.phase != ConnectionPhase::Connected) {
        m_banner->setText(moodOf(m_connection.phase), withFullStop(connectionText(m_connection, m_host, m_judgedMs)),
                          {});
        return;
    }
    std::vector<Problem> problems = m_problems;
    if (m_connection.phase != ConnectionPhase::Connected)
        problems.insert(problems.begin(), {Problem::Subject::Connection,
                                           {},
                                           m_connection.error.value_or(Error{ErrorKind::Disconnected, {}}),
                                           m_connection.sinceMs,
                                           false});
    m_banner->setVerdict(judgeCluster(m_jobs.get(), m_nodes.get(), m_user, m_judgedMs, problems));
    showAge();
}

void OverviewPage::showAge()
{
    m_refresh->setText(m_jobs ? tr("squeue %1").arg(formatAge(m_clock.nowMs() - m_jobs->takenMs)) : tr("Refresh"));
    m_refresh->setEnabled(m_connection.phase == ConnectionPhase::Connected);
}

std::optional<Error> OverviewPage::shownError() const
{
    if (!m_problems.empty() && makesStale(m_problems.front()))
        return m_problems.front().error;
    // Without data the empty state tells it.
    if (m_jobs && m_connection.phase != ConnectionPhase::Connected && m_connection.error)
        return m_connection.error;
    return m_problems.empty() ? std::nullopt : std::optional(m_problems.front().error);
}

void OverviewPage::showProblem()
{
    const std::optional<Error> error = shownError();
    m_problem->setVisible(error.has_value());
    m_problemDetails->setVisible(error.has_value());
    if (!error)
        return;
    const ErrorText text = describe(*error, m_host);
    m_problem->setText(QStringLiteral("%1 %2 %3").arg(Theme::symbol(Mood::Attention)).arg(text.what, text.whatToDo));
}

void OverviewPage::showEmptyState()
{
    const qint64 listed = m_model->listedJobs(), all = m_model->totalJobs();
    m_count->setText(!m_jobs         ? QString()
                     : listed == all ? jobsText(all)
                                     : tr("%1 of %2").arg(formatCount(listed), jobsText(all)));
    m_tableOrEmpty->setCurrentWidget(listed > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (listed == 0)
        explainNoJobs();
}

void OverviewPage::explainNoJobs()
{
    using Phase = ConnectionPhase;
    if (!m_jobs && m_connection.phase == Phase::Connected)
        m_empty->setText(tr("Asking for the queue"),
                         tr("The first answer of a busy controller can take some seconds."));
    else if (!m_jobs && (m_connection.phase == Phase::Connecting || m_connection.phase == Phase::Reconnecting))
        m_empty->setText(connectionText(m_connection, m_host, m_clock.nowMs()), {});
    else if (!m_jobs && m_connection.error) {
        const ErrorText text = describe(*m_connection.error, m_host);
        m_empty->setText(text.what, text.whatToDo, tr("Connect"));
    } else if (!m_jobs)
        m_empty->setText(tr("Not connected"), tr("Connect to a login node of a Slurm cluster to see its queue."),
                         tr("Connect"));
    else if (!m_filter->text().isEmpty())
        m_empty->setText(tr("No job matches the filter"),
                         tr("The filter is \"%1\".").arg(displayText(m_filter->text(), 80)), tr("Clear filter"));
    else if (m_model->totalJobs() > 0)
        m_empty->setText(tr("You have no jobs in the queue"),
                         tr("%1 of others are listed under All jobs.").arg(jobsText(m_model->totalJobs())),
                         tr("Show all jobs"));
    else
        m_empty->setText(tr("The queue is empty"), tr("A job appears here as soon as it is submitted with sbatch."));
}

void OverviewPage::updateTimer()
{
    const bool needed = isVisible() && m_jobs;
    if (needed && !m_second->isActive())
        m_second->start();
    else if (!needed)
        m_second->stop();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    updateTimer();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second->stop();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() >= kBesideWidth ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != wanted) {
        m_splitter->setOrientation(wanted);
        m_isSizedByHand = false;
    }
    shareSpace();
}

void OverviewPage::shareSpace()
{
    if (m_isSizedByHand)
        return;
    if (m_splitter->orientation() == Qt::Horizontal) {
        constexpr int kPanel = 400;
        m_splitter->setSizes({m_splitter->width() - kPanel, kPanel});
        return;
    }
    const int panel = std::min(m_partitions->sizeHint().height(), height() / 3);
    m_splitter->setSizes({std::max(panel, m_splitter->height() - panel), panel});
}

void OverviewPage::applyTheme()
{
    const Theme &theme = themeOf(palette());
    const auto paint = [](QWidget *widget, const QColor &color) {
        QPalette colors = widget->palette();
        colors.setColor(QPalette::WindowText, color);
        widget->setPalette(colors);
    };
    paint(m_count, theme.soft);
    paint(m_filterError, theme.attention);
    paint(m_problem, theme.attention);
    for (QLabel *label : {m_count, m_filterError, m_problem})
        label->setFont(Theme::secondary());
}

void OverviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

QByteArray OverviewPage::saveState() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << kStateMagic << m_scopes->checkedId() << m_table->saveState();
    return bytes;
}

void OverviewPage::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 magic = 0;
    int scope = 0;
    QByteArray table;
    in >> magic >> scope >> table;
    if (in.status() != QDataStream::Ok || magic != kStateMagic || !m_scopes->button(scope))
        return;
    setScope(Scope(scope));
    m_table->restoreState(table);
}

} // namespace paceline
