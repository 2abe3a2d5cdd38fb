// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/baselinespage.h"

#include "widgets/models/baselinemodel.h"
#include "widgets/pages/baselinedetails.h"
#include "widgets/pages/baselinefilters.h"
#include "widgets/pages/baselinewords.h"
#include "widgets/pages/emptystate.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/segments.h"
#include "widgets/pages/tabledelegate.h"
#include "widgets/pages/thinscrollbar.h"
#include "widgets/pages/verdictbanner.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTreeView>
#include <algorithm>
#include <array>

namespace paceline {

namespace {

constexpr int kDetailsWidth = 330;
constexpr std::array kWidths = {150, 190, 76, 118, 140, 130, 96, 92, 180, 96};
static_assert(kWidths.size() == std::size_t(BaselineColumn::Count));

Unit unitOf(BaselineQuantity quantity, const QString &unit)
{
    switch (quantity) {
    case BaselineQuantity::TimeToTrain:
        return Unit::Second;
    case BaselineQuantity::Efficiency:
        return Unit::Percent;
    default:
        return unit.startsWith(QLatin1String("token")) ? Unit::TokenPerSecond : Unit::SamplePerSecond;
    }
}

} // namespace

BaselinesPage::BaselinesPage(const BaselineTexts &texts, QWidget *parent)
    : QWidget(parent)
    , m_texts(texts)
    , m_model(new BaselineModel(this))
    , m_banner(new VerdictBanner(this))
    , m_filters(new BaselineFilters(this))
    , m_quantityChoice(new Segments(this))
    , m_note(new QLabel(this))
    , m_plot(new ScalingPlot(this))
    , m_details(new BaselineDetails(texts, this))
    , m_cite(new FlatButton(tr("Copy citation"), this))
    , m_bibtex(new FlatButton(tr("Copy BibTeX"), this))
    , m_remove(new FlatButton(tr("Remove"), this))
    , m_rows(new FlatButton(tr("Copy rows as CSV"), this))
    , m_import(new FlatButton(tr("Import a file…"), this))
    , m_table(new QTreeView(this))
    , m_empty(new EmptyState(this))
    , m_tableOrEmpty(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_filters);
    buildControls(column);
    buildMiddle(column);
    buildTable(column);
    setFocusProxy(m_table);
    wire();
    applyTheme();
    setQuantity(BaselineQuantity::Throughput);
    refresh();
}

BaselinesPage::~BaselinesPage() = default;

void BaselinesPage::buildControls(QBoxLayout *column)
{
    m_quantityChoice->setLabels({tr("Throughput"), tr("Time to train"), tr("Per accelerator"), tr("Efficiency")});
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    m_import->setToolTip(tr("CSV or JSON with the catalogue's names: at least benchmark, metric, value and unit"));
    m_rows->setToolTip(tr("All rows that are listed, or those that are chosen when there is more than one"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_quantityChoice);
    row->addStretch(1);
    row->addWidget(m_rows);
    row->addWidget(m_import);
    column->addLayout(row);
    column->addWidget(m_note);
}

void BaselinesPage::buildMiddle(QBoxLayout *column)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (FlatButton *button : {m_cite, m_bibtex, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *side = new QVBoxLayout;
    side->setSpacing(8);
    side->addWidget(m_details, 1);
    side->addLayout(buttons);
    m_details->setFixedWidth(kDetailsWidth);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Theme::kPaneGap);
    middle->addWidget(m_plot, 1);
    middle->addLayout(side);
    column->addLayout(middle, 5);
}

void BaselinesPage::buildTable(QBoxLayout *column)
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TableDelegate({}, m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setAccessibleName(tr("Baselines"));
    QHeaderView *header = m_table->header();
    header->setSortIndicatorClearable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(false);
    for (int i = 0; i < int(kWidths.size()); ++i)
        header->resizeSection(i, kWidths[std::size_t(i)]);
    header->setSectionResizeMode(int(BaselineColumn::Source), QHeaderView::Stretch);
    header->setMinimumSectionSize(60);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_tableOrEmpty->addWidget(m_table);
    m_tableOrEmpty->addWidget(m_empty);
    auto *card = new Card(this);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(4, 4, 4, 4);
    inner->addWidget(m_tableOrEmpty);
    column->addWidget(card, 4);
}

void BaselinesPage::wire()
{
    connect(m_filters, &BaselineFilters::changed, this, [this] { m_model->setCriteria(m_filters->criteria()); });
    connect(m_model, &BaselineModel::filtered, this, &BaselinesPage::refresh);
    connect(m_quantityChoice, &Segments::chosen, this, [this](int index) { setQuantity(BaselineQuantity(index)); });
    connect(m_empty, &EmptyState::actionRequested, m_filters, &BaselineFilters::clearAll);
    connect(m_plot, &ScalingPlot::seriesActivated, this, [this](int series) {
        if (series >= 0 && series < int(m_curveRecords.size()))
            select(m_curveRecords[std::size_t(series)]);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_selected = current.data(BaselineModel::RecordIdRole).toString();
                refreshDetails();
            });
    connect(m_table, &QTreeView::customContextMenuRequested, this, &BaselinesPage::showMenu);
    connect(m_cite, &FlatButton::clicked, this, [this] {
        if (const Baseline *record = selected())
            emit copyRequested(m_texts.citation(*record));
    });
    connect(m_bibtex, &FlatButton::clicked, this, [this] {
        if (const Baseline *record = selected())
            emit copyRequested(m_texts.bibtex(*record));
    });
    connect(m_remove, &FlatButton::clicked, this, [this] { emit removeRequested(m_selected); });
    connect(m_rows, &FlatButton::clicked, this, &BaselinesPage::copyRows);
    connect(m_import, &FlatButton::clicked, this, &BaselinesPage::importRequested);
}

void BaselinesPage::setTable(BaselineTablePtr table)
{
    m_failure.clear();
    m_model->setTable(std::move(table));
}

void BaselinesPage::setFailure(const QString &message)
{
    m_failure = message;
    refresh();
}

void BaselinesPage::showNote(const QString &note, bool isBad)
{
    m_isBadNote = isBad;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    applyTheme();
}

QString BaselinesPage::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void BaselinesPage::setQuantity(BaselineQuantity quantity)
{
    m_quantity = quantity;
    m_quantityChoice->setCurrent(int(quantity));
    refreshPlot();
}

const Baseline *BaselinesPage::selected() const
{
    return m_model->table() && !m_selected.isEmpty() ? m_model->table()->records()->find(m_selected) : nullptr;
}

void BaselinesPage::select(const QString &id)
{
    m_selected = id;
    const QModelIndex index = m_model->index(m_model->rowOf(id), 0);
    if (index.isValid()) {
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    }
    refreshDetails();
}

void BaselinesPage::refresh()
{
    m_filters->offer(*m_model);
    const BaselineSummary &summary = m_model->summary();
    if (!m_model->table()) {
        m_banner->setText(m_failure.isEmpty() ? Mood::Waiting : Mood::Failed,
                          m_failure.isEmpty() ? tr("Reading the catalogue…") : tr("The catalogue cannot be read."),
                          m_failure);
        m_empty->setText(m_failure.isEmpty() ? tr("Reading the catalogue…") : tr("There is nothing to list."),
                         m_failure);
    } else if (summary.listed == 0) {
        m_banner->setText(Mood::Idle, tr("No record is like that."),
                          tr("Each choice tells how many records it would list."));
        m_empty->setText(tr("No record is like that"), tr("Widen a choice or the scale, or clear the search."),
                         tr("Clear filters"));
    } else {
        m_banner->setText(Mood::Well, baselineHeadline(summary), baselineFastest(summary));
    }
    if (summary.listed == 0)
        m_tableOrEmpty->setCurrentWidget(m_empty);
    else
        m_tableOrEmpty->setCurrentWidget(m_table);
    m_rows->setEnabled(summary.listed > 0);
    // A new table has no current row: the record is chosen again by its id.
    if (!m_table->currentIndex().isValid() && !m_selected.isEmpty())
        select(m_selected);
    refreshPlot();
    refreshDetails();
}

void BaselinesPage::refreshPlot()
{
    BaselineCurves curves = baselineCurves(*m_model, m_quantity, kMostCurves);
    m_curveRecords = curves.recordIds;
    const bool isEfficiency = m_quantity == BaselineQuantity::Efficiency;
    m_plot->setQuantity(isEfficiency ? tr("Efficiency against the smallest scale")
                                     : m_quantityChoice->labels().value(int(m_quantity)),
                        unitOf(m_quantity, curves.unit), !isEfficiency);
    m_plot->setIdeal(m_quantity == BaselineQuantity::Throughput    ? 1
                     : m_quantity == BaselineQuantity::TimeToTrain ? -1
                                                                   : 0);
    QString message;
    if (curves.series.empty())
        message = !m_model->table()            ? m_failure.isEmpty() ? tr("Reading the catalogue…") : m_failure
                  : m_model->passing().empty() ? tr("No record is like that.")
                                               : tr("No curve of this quantity among these records: a curve takes one "
                                                    "source's figures at two scales or more.");
    m_plot->setMessage(message);
    m_plot->setDetails(curves.series.empty() ? std::vector<PlotPane::Detail>()
                                             : std::vector<PlotPane::Detail>{{{}, {}, baselineCurvesNote(curves)}});
    m_plot->setSeries(std::move(curves.series));
}

void BaselinesPage::refreshDetails()
{
    const Baseline *record = selected();
    m_details->setRecord(record);
    for (FlatButton *button : {m_cite, m_bibtex})
        button->setVisible(record != nullptr);
    m_remove->setVisible(record && record->kind == BaselineKind::Own);
}

void BaselinesPage::copyRows()
{
    QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end(),
              [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    std::vector<const Baseline *> records;
    if (chosen.size() > 1) {
        for (const QModelIndex &index : std::as_const(chosen))
            records.push_back(m_model->row(index.row())->record);
    } else {
        for (int row = 0; row < m_model->rowCount(); ++row)
            records.push_back(m_model->row(row)->record);
    }
    emit copyRequested(QString::fromUtf8(m_texts.csv(records)));
}

void BaselinesPage::showMenu(const QPoint &position)
{
    const BaselineRow *row = m_model->row(m_table->indexAt(position).row());
    if (!row)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Baseline &record = *row->record;
    const auto copy = [&](const QString &words, const QString &text) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, text] { emit copyRequested(text); });
    };
    copy(tr("Copy citation"), m_texts.citation(record));
    copy(tr("Copy BibTeX"), m_texts.bibtex(record));
    connect(menu->addAction(tr("Copy rows as CSV")), &QAction::triggered, this, &BaselinesPage::copyRows);
    if (record.kind == BaselineKind::Own) {
        menu->addSeparator();
        connect(menu->addAction(tr("Remove")), &QAction::triggered, this,
                [this, id = record.id] { emit removeRequested(id); });
    }
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void BaselinesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Slash)
        m_filters->focusSearch();
    else
        QWidget::keyPressEvent(event);
}

void BaselinesPage::applyTheme()
{
    const Theme &theme = themeOf(palette());
    QPalette colors = m_note->palette();
    colors.setColor(QPalette::WindowText, m_isBadNote ? theme.attention : theme.soft);
    m_note->setPalette(colors);
    m_note->setFont(Theme::secondary());
}

void BaselinesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

} // namespace paceline
