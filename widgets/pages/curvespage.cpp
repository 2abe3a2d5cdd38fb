// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/curvespage.h"

#include "widgets/pages/curvesgrid.h"
#include "widgets/pages/curvestoolbar.h"
#include "widgets/pages/emptystate.h"
#include "widgets/pages/factsline.h"
#include "widgets/pages/filespanel.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/metricspanel.h"
#include "widgets/pages/paneexporter.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/timecursor.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>

namespace paceline {

namespace {

constexpr int kCompareMs = 1000;
constexpr int kFilterWidth = 150;
/// By CurveAxis::Kind: two steps, a thousandth of an epoch, two samples, seconds, and a second of one GPU.
constexpr double kLeastSpans[] = {2, 1e-3, 2, 10'000, 10'000, 1.0 / 3600};

QStringList with(QStringList list, const QString &entry, bool contained)
{
    list.removeAll(entry);
    if (contained)
        list.append(entry);
    return list;
}

} // namespace

CurvesPage::CurvesPage(QWidget *parent)
    : QWidget(parent)
    , m_cursor(new TimeCursor(this))
    , m_head(new FactsLine(this))
    , m_comparison(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_filesButton(new FlatButton(tr("Files"), this))
    , m_metricsButton(new FlatButton(tr("Metrics"), this))
    , m_exportButton(new FlatButton(tr("Export all"), this))
    , m_toolbar(new CurvesToolbar(this))
    , m_grid(new CurvesGrid(m_cursor, this))
    , m_empty(new EmptyState(this))
    , m_panel(new MetricsPanel(this))
    , m_files(new FilesPanel(this))
    , m_exporter(new PaneExporter(this))
{
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        m_views[i] = new AxisView(this);
        m_views[i]->setMinimumSpan(kLeastSpans[i]);
    }
    setFocusPolicy(Qt::StrongFocus); // keys belong to the curves until a field is chosen
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    buildHead(column);
    buildBody(column);
    wireChoices();
    addKeys();
    m_compare.setSingleShot(true);
    m_compare.setInterval(kCompareMs);
    connect(&m_compare, &QTimer::timeout, this, &CurvesPage::refreshComparison);
    m_toolbar->setState(m_state);
    m_grid->setLook(m_state);
    refreshEmpty();
}

CurvesPage::~CurvesPage() = default;

void CurvesPage::buildHead(QBoxLayout *column)
{
    auto *back = new FlatButton(QStringLiteral("← ") + tr("Job"), this);
    back->setToolTip(tr("Back to the job (Esc)"));
    connect(back, &FlatButton::clicked, this, &CurvesPage::backRequested);
    m_filter->setPlaceholderText(tr("Filter metrics (/)"));
    m_filter->setAccessibleName(tr("Filter metrics"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(kFilterWidth);
    m_metricsButton->setCheckable(true);
    m_metricsButton->setToolTip(tr("Pin metrics to the top or hide them"));
    connect(m_metricsButton, &FlatButton::toggled, this, &CurvesPage::showMetrics);
    m_filesButton->setCheckable(true);
    m_filesButton->setToolTip(tr("Files that the curves are read from"));
    connect(m_filesButton, &FlatButton::toggled, this, &CurvesPage::showFiles);
    connect(m_exportButton, &FlatButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("PNG images…"), this, [this] { askForFolder(PlotPane::Format::Png); });
        menu->addAction(tr("SVG drawings…"), this, [this] { askForFolder(PlotPane::Format::Svg); });
        menu->addAction(tr("PDF drawings…"), this, [this] { askForFolder(PlotPane::Format::Pdf); });
        menu->addAction(tr("CSV tables of the visible range…"), this, [this] { askForFolder(PlotPane::Format::Csv); });
        menu->popup(m_exportButton->mapToGlobal(QPoint(0, m_exportButton->height())));
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(back);
    row->addWidget(m_head, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_filter, m_filesButton, m_metricsButton, m_exportButton})
        row->addWidget(widget);
    column->addLayout(row);
    column->addWidget(m_toolbar);
    m_comparison->setTextFormat(Qt::PlainText);
    m_comparison->setWordWrap(true);
    m_comparison->hide();
    column->addWidget(m_comparison);
}

void CurvesPage::buildBody(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::kPaneGap);
    row->addWidget(m_grid, 1);
    row->addWidget(m_empty, 1);
    row->addWidget(m_panel);
    row->addWidget(m_files);
    m_panel->hide();
    m_files->hide();
    column->addLayout(row, 1);
}

void CurvesPage::wireChoices()
{
    connect(m_toolbar, &CurvesToolbar::axisChosen, this, &CurvesPage::setAxis);
    connect(m_toolbar, &CurvesToolbar::smoothingChosen, this, [this](double weight) {
        CurvesState state = m_state;
        state.smoothing = weight;
        change(state);
    });
    const auto toggle = [this](bool CurvesState::*which) {
        CurvesState state = m_state;
        state.*which = !(state.*which);
        change(state);
    };
    connect(m_toolbar, &CurvesToolbar::logXToggled, this, [toggle] { toggle(&CurvesState::logX); });
    connect(m_toolbar, &CurvesToolbar::logYToggled, this, [toggle] { toggle(&CurvesState::logY); });
    connect(m_panel, &MetricsPanel::pinRequested, this, &CurvesPage::setPinned);
    connect(m_panel, &MetricsPanel::hideRequested, this, &CurvesPage::setHidden);
    connect(m_panel, &MetricsPanel::closeRequested, this, [this] { showMetrics(false); });
    connect(m_files, &FilesPanel::addRequested, this, &CurvesPage::fileAddRequested);
    connect(m_files, &FilesPanel::readRequested, this, &CurvesPage::fileReadRequested);
    connect(m_files, &FilesPanel::closeRequested, this, [this] { showFiles(false); });
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        refreshGroups();
        refreshEmpty();
    });
    connect(m_exporter, &PaneExporter::done, this, [this](const QString &outcome) {
        m_head->setAge(outcome, false);
        emit exportDone(outcome);
    });
}

void CurvesPage::addKeys()
{
    const auto onKey = [this](const QKeySequence &key, auto act) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKey(Qt::Key_Space, [this] { setFrozen(!m_frozen); });
    onKey(Qt::Key_Y, [this] { emit m_toolbar->logYToggled(); });
    onKey(Qt::Key_X, [this] { emit m_toolbar->logXToggled(); });
    onKey(QKeySequence::Undo, [this] { view()->undo(); });
    onKey(Qt::Key_End, [this] {
        setFrozen(false);
        view()->goLive();
    });
}

void CurvesPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

/// One panel at a time stands beside the curves.
void CurvesPage::showMetrics(bool shown)
{
    m_metricsButton->setChecked(shown);
    m_panel->setVisible(shown);
    if (shown)
        showFiles(false);
}

void CurvesPage::showFiles(bool shown)
{
    m_filesButton->setChecked(shown);
    m_files->setVisible(shown);
    if (shown)
        showMetrics(false);
}

void CurvesPage::askForFolder(PlotPane::Format format)
{
    auto *dialog = new QFileDialog(this, tr("Export all curves to a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) { exportAll(path, format); });
    dialog->open();
}

void CurvesPage::exportAll(const QString &folder, PlotPane::Format format)
{
    std::vector<PaneExporter::Item> items;
    const QList<CurvePlot *> panes = m_grid->panes();
    for (CurvePlot *pane : panes)
        items.push_back({pane, pane->series().front().metric});
    m_exporter->start(folder, format, std::move(items));
}

void CurvesPage::change(const CurvesState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    m_toolbar->setState(m_state);
    m_grid->setLook(m_state);
    refresh();
    emit stateChanged();
}

void CurvesPage::restoreState(const QByteArray &state)
{
    m_state = CurvesState::fromBytes(state);
    m_toolbar->setState(m_state);
    m_grid->setLook(m_state);
    refresh();
}

void CurvesPage::setAxis(CurveAxis::Kind kind)
{
    CurvesState state = m_state;
    state.axis = kind;
    change(state);
}

void CurvesPage::setPinned(const QString &metric, bool pinned)
{
    CurvesState state = m_state;
    state.pinned = with(state.pinned, metric, pinned);
    if (pinned)
        state.hidden.removeAll(metric);
    change(state);
}

void CurvesPage::setHidden(const QString &metric, bool hidden)
{
    CurvesState state = m_state;
    state.hidden = with(state.hidden, metric, hidden);
    if (hidden)
        state.pinned.removeAll(metric);
    else if (m_run && m_run->isTwin(metric)) // hidden by its nature: shown is what is pinned
        state.pinned.append(metric);
    change(state);
}

QString CurvesPage::comparison() const
{
    return m_comparison->text();
}

} // namespace paceline
