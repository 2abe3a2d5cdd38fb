// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/scalingpage.h"

#include "backends/core/text.h"
#include "widgets/format/scalingtext.h"
#include "widgets/format/units.h"
#include "widgets/models/scalingpointsmodel.h"
#include "widgets/pages/card.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/scalingfindings.h"
#include "widgets/pages/segments.h"
#include "widgets/pages/tabledelegate.h"
#include "widgets/pages/verdictbanner.h"
#include "widgets/plots/scalingplot.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTreeView>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr int kFindingsWidth = 356, kTableRows = 6, kLeastColumn = 104;

std::vector<ScalingPlot::Point> measured(const ScalingLine &line, ScalingQuantity quantity)
{
    std::vector<ScalingPlot::Point> points;
    if (!line.found)
        return points;
    for (const ScalingPointFigures &point : line.found->points) {
        const ScalingValue value = scalingValue(point, quantity);
        if (std::isfinite(value.value))
            points.push_back({point.point.accelerators, value.value, value.low, value.high, point.isSetAside});
    }
    return points;
}

std::vector<ScalingPlot::Point> fitted(const ScalingLine &line, ScalingQuantity quantity)
{
    std::vector<ScalingPlot::Point> points;
    if (!line.found || !line.found->law)
        return points;
    for (const ScalingForecast &forecast : line.found->forecasts) {
        const ScalingValue value = scalingValue(forecast, quantity);
        if (std::isfinite(value.value))
            points.push_back({forecast.accelerators, value.value, value.low, value.high, false});
    }
    return points;
}

} // namespace

ScalingPage::ScalingPage(QWidget *parent)
    : QWidget(parent)
    , m_banner(new VerdictBanner(this))
    , m_quantityChoice(new Segments(this))
    , m_benchmarks(new QComboBox(this))
    , m_lineChoice(new QComboBox(this))
    , m_scales(new QLineEdit(this))
    , m_cite(new FlatButton(tr("Copy citation"), this))
    , m_command(new FlatButton(tr("Copy as command"), this))
    , m_save(new FlatButton(tr("Save as baselines"), this))
    , m_plot(new ScalingPlot(this))
    , m_findings(new ScalingFindings(this))
    , m_points(new ScalingPointsModel(this))
    , m_table(new QTreeView(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_banner);
    buildControls(column);
    buildBody(column);
    setQuantity(ScalingQuantity::Throughput);
    refreshChoice();
    refreshBanner();
}

ScalingPage::~ScalingPage() = default;

void ScalingPage::buildControls(QBoxLayout *column)
{
    m_quantityChoice->setLabels(
        {tr("Throughput"), tr("Per accelerator"), tr("Efficiency"), tr("Time to target"), tr("Accelerator hours")});
    connect(m_quantityChoice, &Segments::chosen, this, [this](int index) { setQuantity(ScalingQuantity(index)); });
    m_benchmarks->setToolTip(tr("Which published results stand beside one's own"));
    m_benchmarks->setAccessibleName(tr("Benchmark"));
    m_benchmarks->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_benchmarks, &QComboBox::activated, this,
            [this](int index) { emit benchmarkChosen(m_benchmarkKeys.value(index)); });
    m_lineChoice->setToolTip(tr("Whose law, forecast and points are shown"));
    m_lineChoice->setAccessibleName(tr("Line"));
    m_lineChoice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_lineChoice->setMinimumContentsLength(24);
    connect(m_lineChoice, &QComboBox::activated, this, &ScalingPage::chooseLine);
    m_scales->setPlaceholderText(tr("Forecast at, for example 128 256"));
    m_scales->setAccessibleName(tr("Scales to forecast"));
    m_scales->setFixedWidth(210);
    connect(m_scales, &QLineEdit::editingFinished, this, &ScalingPage::readScales);
    connect(m_cite, &FlatButton::clicked, this, [this] {
        if (chosen())
            emit copyRequested(chosen()->citation);
    });
    connect(m_command, &FlatButton::clicked, this, [this] { emit copyRequested(commandOfChosen()); });
    m_save->setToolTip(tr("Keeps the runs of this line among the baselines, marked as your own"));
    connect(m_save, &FlatButton::clicked, this, [this] {
        if (chosen()) {
            emit saveRequested(chosen()->jobs);
            m_save->setText(tr("Kept"));
        }
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_quantityChoice);
    row->addStretch(1);
    row->addWidget(m_benchmarks);
    row->addWidget(m_scales);
    column->addLayout(row);
}

void ScalingPage::buildBody(QBoxLayout *column)
{
    auto *side = new QVBoxLayout;
    side->setSpacing(8);
    side->addWidget(m_lineChoice);
    side->addWidget(m_findings, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_cite);
    buttons->addWidget(m_command);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    side->addLayout(buttons);
    m_findings->setFixedWidth(kFindingsWidth);
    m_lineChoice->setFixedWidth(kFindingsWidth);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Theme::kPaneGap);
    middle->addWidget(m_plot, 1);
    middle->addLayout(side);
    column->addLayout(middle, 1);
    connect(m_plot, &ScalingPlot::seriesActivated, this, &ScalingPage::chooseLine);

    m_table->setModel(m_points);
    m_table->setItemDelegate(new TableDelegate({}, m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Points of the line"));
    m_table->header()->setMinimumSectionSize(kLeastColumn);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents); // of a few rows
    m_table->header()->setStretchLastSection(true);
    connect(m_points, &ScalingPointsModel::jobMoved, this, &ScalingPage::jobMoved);
    connect(m_table, &QTreeView::clicked, m_points, [this](const QModelIndex &index) {
        const QVariant tick = index.data(Qt::CheckStateRole);
        if (tick.isValid())
            m_points->setData(index, tick.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    });
    connect(m_table, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const JobId job = m_points->job(index.row()); job.number != 0)
            emit jobActivated(job);
    });
    auto *card = new Card(this);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(4, 4, 4, 4);
    inner->addWidget(m_table);
    card->setFixedHeight((kTableRows + 1) * Theme::kRowHeight + 12);
    column->addWidget(card);
}

void ScalingPage::setLines(std::vector<ScalingLinePtr> lines)
{
    const QString before = chosen() ? chosen()->name : QString();
    m_lines = std::move(lines);
    const auto known =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const ScalingLinePtr &line) { return line->name == before; });
    m_chosen = known != m_lines.end() ? int(known - m_lines.begin()) : m_lines.empty() ? -1 : 0;
    QSignalBlocker blocker(m_lineChoice);
    m_lineChoice->clear();
    for (const ScalingLinePtr &line : m_lines)
        m_lineChoice->addItem(displayText(line->name, 80));
    m_lineChoice->setCurrentIndex(m_chosen);
    refreshPlot();
    refreshChoice();
    refreshBanner();
}

void ScalingPage::setBenchmarks(const QStringList &keys, const QStringList &words, const QString &current)
{
    m_benchmarkKeys = keys;
    m_benchmarks->clear();
    m_benchmarks->addItems(words);
    m_benchmarks->setCurrentIndex(int(keys.indexOf(current)));
}

void ScalingPage::setMessage(const QString &message)
{
    m_plot->setMessage(message);
}

void ScalingPage::setQuantity(ScalingQuantity quantity)
{
    m_quantity = quantity;
    m_quantityChoice->setCurrent(int(quantity));
    refreshPlot();
}

void ScalingPage::chooseLine(int index)
{
    m_chosen = index >= 0 && index < int(m_lines.size()) ? index : -1;
    m_lineChoice->setCurrentIndex(m_chosen);
    refreshChoice();
}

const ScalingLine *ScalingPage::chosen() const
{
    return m_chosen >= 0 && m_chosen < int(m_lines.size()) ? m_lines[std::size_t(m_chosen)].get() : nullptr;
}

void ScalingPage::refreshPlot()
{
    const Unit throughput = m_lines.empty() ? Unit::SamplePerSecond : m_lines.front()->unit;
    const bool isLog = m_quantity != ScalingQuantity::Efficiency;
    m_plot->setQuantity(m_quantityChoice->labels().value(int(m_quantity)), scalingUnit(m_quantity, throughput), isLog);
    m_plot->setIdeal(m_quantity == ScalingQuantity::Throughput     ? 1
                     : m_quantity == ScalingQuantity::TimeToTarget ? -1
                                                                   : 0);
    std::vector<ScalingPlot::Series> series;
    for (const ScalingLinePtr &line : m_lines) {
        ScalingPlot::Series shown;
        shown.name = displayText(line->name, 80);
        shown.note = displayText(line->source, 160);
        shown.points = measured(*line, m_quantity);
        if (line->isOwn || line == m_lines.front())
            shown.curve = fitted(*line, m_quantity);
        shown.isOwn = line->isOwn;
        shown.isWeak = line->found && line->found->kind == ScalingKind::Weak;
        series.push_back(std::move(shown));
    }
    m_plot->setSeries(std::move(series));
}

void ScalingPage::refreshChoice()
{
    const ScalingLine *line = chosen();
    m_findings->setLine(line ? m_lines[std::size_t(m_chosen)] : nullptr);
    m_points->setLine(line ? m_lines[std::size_t(m_chosen)] : nullptr);
    m_cite->setVisible(line && !line->citation.isEmpty());
    m_command->setVisible(line != nullptr);
    m_save->setText(tr("Save as baselines"));
    m_save->setVisible(line && !line->jobs.empty());
}

void ScalingPage::refreshBanner()
{
    const auto own =
        std::find_if(m_lines.begin(), m_lines.end(), [](const ScalingLinePtr &line) { return line->isOwn; });
    if (own == m_lines.end()) {
        m_banner->setText(Mood::Idle, tr("No line of your own yet."),
                          tr("It builds itself from jobs of one name at two scales or more, running or past."));
        return;
    }
    const ScalingLine &line = **own;
    const ScalingPointFigures *largest =
        line.found && !line.found->points.empty() ? &line.found->points.back() : nullptr;
    if (!largest) {
        m_banner->setText(Mood::Idle, tr("%1 has too few points.").arg(displayText(line.name, 60)), {});
        return;
    }
    QString headline = tr("%1 keeps %2 of its efficiency at %3 accelerators.")
                           .arg(displayText(line.name, 60), formatValue(largest->efficiency * 100, Unit::Percent),
                                formatCount(qint64(largest->point.accelerators)));
    m_banner->setText(Mood::Well, headline, scalingReasonText(*line.found));
}

QString ScalingPage::commandOfChosen() const
{
    const ScalingLine *line = chosen();
    if (!line)
        return {};
    QByteArray table = "accelerators,throughput,global_batch,seconds\\n";
    const auto number = [](double v) { return std::isnan(v) ? QByteArray() : QByteArray::number(v, 'g', 10); };
    for (const ScalingPoint &point : line->series.points)
        table += number(point.accelerators) + ',' + number(point.throughput) + ',' + number(point.globalBatch) + ',' +
                 number(point.seconds) + "\\n";
    return QStringLiteral("printf %1 | paceline-cli scaling -").arg(QString::fromUtf8(shellQuoted(table)));
}

void ScalingPage::readScales()
{
    std::vector<double> scales;
    static const QRegularExpression kBetween(QStringLiteral("[^0-9]+"));
    for (const QString &word : m_scales->text().split(kBetween, Qt::SkipEmptyParts)) {
        if (const double scale = word.toDouble(); scale >= 1 && scale <= 1e7)
            scales.push_back(scale);
    }
    emit scalesWanted(scales);
}

} // namespace paceline
