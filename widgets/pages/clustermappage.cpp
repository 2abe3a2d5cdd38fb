// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/clustermappage.h"

#include "widgets/format/counts.h"
#include "widgets/format/describe.h"
#include "widgets/format/durations.h"
#include "widgets/format/statustext.h"
#include "widgets/format/units.h"
#include "widgets/models/mood.h"
#include "widgets/pages/card.h"
#include "widgets/pages/clustermaptoolbar.h"
#include "widgets/pages/emptystate.h"
#include "widgets/pages/maplegend.h"
#include "widgets/pages/nodecard.h"
#include "widgets/pages/nodefield.h"
#include "widgets/pages/thinscrollbar.h"
#include "widgets/pages/verdictbanner.h"

#include <QDataStream>
#include <QIODevice>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace paceline {

namespace {

constexpr qint64 kStaleMs = 200'000; ///< three polls
constexpr quint32 kStateMagic = 0x50634d31;

} // namespace

ClusterMapPage::ClusterMapPage(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_banner(new VerdictBanner(this))
    , m_toolbar(new ClusterMapToolbar(this))
    , m_searchError(new QLabel(this))
    , m_fieldOrEmpty(new QStackedWidget(this))
    , m_legend(new MapLegend)
    , m_age(new QLabel)
    , m_scroll(new QScrollArea)
    , m_field(new NodeField)
    , m_empty(new EmptyState)
    , m_card(new NodeCard(this))
    , m_second(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_toolbar);
    column->addWidget(m_searchError);
    column->addWidget(makeCard(), 1);
    m_searchError->setTextFormat(Qt::PlainText);
    m_searchError->hide();
    m_second->setInterval(1000);
    setFocusProxy(m_field);
    wire();
    applyTheme();
    refresh();
}

ClusterMapPage::~ClusterMapPage() = default;

QWidget *ClusterMapPage::makeCard()
{
    m_scroll->setWidget(m_field);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_field->setAutoFillBackground(false);
    m_age->setTextFormat(Qt::PlainText);
    m_age->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_age->setContentsMargins(0, 2, 0, 0); // on one line with the legend
    auto *shown = new QWidget;
    auto *lines = new QVBoxLayout(shown);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(10);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::kPaneGap);
    top->addWidget(m_legend, 1, Qt::AlignTop);
    top->addWidget(m_age, 0, Qt::AlignTop);
    lines->addLayout(top);
    lines->addWidget(m_scroll, 1);
    m_fieldOrEmpty->addWidget(shown);
    m_fieldOrEmpty->addWidget(m_empty);
    auto *card = new Card(this);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(12, 10, 12, 10);
    inner->addWidget(m_fieldOrEmpty);
    return card;
}

void ClusterMapPage::wire()
{
    connect(m_second, &QTimer::timeout, this, &ClusterMapPage::showAge);
    connect(m_toolbar, &ClusterMapToolbar::quantityChosen, this, [this] {
        applyChoices();
        emit stateChanged();
    });
    connect(m_toolbar, &ClusterMapToolbar::groupingChosen, this, [this] {
        applyChoices();
        emit stateChanged();
    });
    connect(m_toolbar, &ClusterMapToolbar::searchChanged, this, &ClusterMapPage::applySearch);
    connect(m_toolbar, &ClusterMapToolbar::searchLeft, this, &ClusterMapPage::leaveSearch);
    connect(m_field, &NodeField::nodePointedAt, this, &ClusterMapPage::showCard);
    connect(m_field, &NodeField::nodeActivated, this, &ClusterMapPage::nodeActivated);
    connect(m_field, &NodeField::menuRequested, this, &ClusterMapPage::showMenu);
    connect(m_empty, &EmptyState::actionRequested, this, &ClusterMapPage::connectRequested);
}

void ClusterMapPage::setNodes(std::shared_ptr<const NodeList> nodes)
{
    m_nodes = std::move(nodes);
    m_isFresh = false;
    if (isVisible())
        refresh();
}

void ClusterMapPage::setConnection(const ConnectionState &state, const QString &host)
{
    m_connection = state;
    m_host = host;
    if (isVisible())
        judge();
}

void ClusterMapPage::setProblems(const std::vector<Problem> &problems)
{
    m_problems = problems;
    if (isVisible())
        judge();
}

/// Everything anew after nodes came, or after the page was hidden.
void ClusterMapPage::refresh()
{
    m_isFresh = true;
    const NodeList none;
    const NodeList &nodes = m_nodes ? *m_nodes : none;
    std::array<QuantityLack, kNodeQuantities> lacks{};
    for (int quantity = 0; quantity < kNodeQuantities; ++quantity)
        lacks[std::size_t(quantity)] = lackOf(nodes, NodeQuantity(quantity));
    m_toolbar->setLacks(lacks);
    m_field->setNodes(m_nodes);
    applyChoices();
    applySearch();
    judge();
}

void ClusterMapPage::applyChoices()
{
    m_field->setGrouping(m_toolbar->grouping(), m_toolbar->order());
    m_field->setQuantity(m_toolbar->quantity());
    m_legend->setQuantity(m_toolbar->quantity());
    m_legend->setToolTip(quantityMeaning(m_toolbar->quantity()));
}

bool ClusterMapPage::isStale() const
{
    return nodesError() || m_connection.phase != ConnectionPhase::Connected ||
           (m_nodes && m_clock.nowMs() - m_nodes->takenMs > kStaleMs);
}

const Error *ClusterMapPage::nodesError() const
{
    const auto it = std::find_if(m_problems.begin(), m_problems.end(), [](const Problem &problem) {
        return problem.subject == Problem::Subject::Nodes || problem.subject == Problem::Subject::Connection;
    });
    return it == m_problems.end() ? nullptr : &it->error;
}

void ClusterMapPage::judge()
{
    m_field->setStale(isStale());
    showEmptyState();
    showAge();
    if (!m_nodes) {
        m_banner->setText(moodOf(m_connection.phase), connectionText(m_connection, m_host, m_clock.nowMs()), {});
        return;
    }
    const NodeTally tally = tallyOf(*m_nodes);
    m_legend->setTally(tally);
    ClusterAnswer answer = answerOf(tally, *m_nodes);
    if (isStale()) {
        // What was true then may not be true now: the age comes first.
        const QString age = formatAge(m_clock.nowMs() - m_nodes->takenMs);
        answer.detail = nodesError()
                            ? tr("As of %1. %2").arg(age, describe(*nodesError(), m_host).what)
                            : tr("As of %1. %2").arg(age, connectionText(m_connection, m_host, m_clock.nowMs()));
        answer.mood = Mood::Attention;
    }
    m_banner->setText(answer.mood, answer.headline, answer.detail);
}

void ClusterMapPage::showAge()
{
    m_age->setText(m_nodes
                       ? QStringLiteral("scontrol show nodes, %1").arg(formatAge(m_clock.nowMs() - m_nodes->takenMs))
                       : QString());
    m_field->setStale(isStale());
}

void ClusterMapPage::showEmptyState()
{
    const bool any = m_nodes && !m_nodes->nodes.empty();
    m_fieldOrEmpty->setCurrentIndex(any ? 0 : 1);
    if (any)
        return;
    using Phase = ConnectionPhase;
    if (m_nodes) {
        m_empty->setText(tr("Slurm lists no nodes"), tr("Its answer to \"scontrol show nodes\" was empty."));
    } else if (const Error *error = nodesError()) {
        const ErrorText text = describe(*error, m_host);
        m_empty->setText(text.what, text.whatToDo);
    } else if (m_connection.phase == Phase::Connected) {
        m_empty->setText(tr("Asking for the nodes"),
                         tr("The first answer of a busy controller can take some seconds."));
    } else if (m_connection.phase == Phase::Connecting || m_connection.phase == Phase::Reconnecting) {
        m_empty->setText(connectionText(m_connection, m_host, m_clock.nowMs()), {});
    } else {
        m_empty->setText(tr("Not connected"), tr("Connect to a login node of a Slurm cluster to see its nodes."),
                         tr("Connect"));
    }
}

void ClusterMapPage::applySearch()
{
    const auto filter = NodeFilter::parse(m_toolbar->searchText());
    m_searchError->setVisible(!filter);
    if (filter)
        m_filter = *filter;
    else
        m_searchError->setText(describeNodeFilter(filter.error())); // what matched stays while one types
    if (!m_nodes || m_filter.isEmpty()) {
        m_field->setMatches({});
        m_toolbar->setCountText(m_nodes ? nodesText(qint64(m_nodes->nodes.size())) : QString());
        return;
    }
    std::vector<quint8> matches = m_filter.match(*m_nodes);
    const auto found = std::count(matches.begin(), matches.end(), 1);
    m_toolbar->setCountText(tr("%1 of %2").arg(formatCount(found), nodesText(qint64(matches.size()))));
    m_field->setMatches(std::move(matches));
}

void ClusterMapPage::leaveSearch()
{
    m_field->setFocus(Qt::OtherFocusReason);
    if (!m_nodes || m_field->selectedNode())
        return;
    const std::vector<quint8> matches = m_filter.match(*m_nodes);
    const auto first = std::find(matches.begin(), matches.end(), 1);
    if (first != matches.end())
        m_field->select(m_nodes->nodes[std::size_t(first - matches.begin())]->name);
}

void ClusterMapPage::showCard(const std::shared_ptr<const Node> &node, const QRect &cell)
{
    if (!node) {
        m_card->hide();
        return;
    }
    const std::optional<JobPointers> jobs = m_jobsOfNode ? m_jobsOfNode(node->name) : std::nullopt;
    m_scroll->ensureVisible(cell.center().x(), cell.center().y(), 0, cell.height());
    m_card->showFacts(factsOf(*node, jobs ? &*jobs : nullptr, m_clock.nowMs() - m_nodes->takenMs),
                      QRect(m_field->mapTo(this, cell.topLeft()), cell.size()));
}

void ClusterMapPage::showMenu(const NodeName &name, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto copy = [&](const QString &words, const QString &text) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, text] { emit copyRequested(text); });
    };
    copy(tr("Copy name"), name.value);
    copy(tr("Copy as scontrol command"), showNodeCommand(name));
    menu->addSeparator();
    copy(tr("Copy drain command (for administrators)"), drainNodeCommand(name));
    m_card->hide();
    menu->popup(position);
}

void ClusterMapPage::focusFilter()
{
    m_toolbar->focusSearch();
}

void ClusterMapPage::setSearchText(const QString &text)
{
    m_toolbar->setSearchText(text);
}

void ClusterMapPage::setQuantity(NodeQuantity quantity)
{
    m_toolbar->setQuantity(quantity);
    applyChoices();
}

void ClusterMapPage::setGrouping(NodeGrouping grouping)
{
    m_toolbar->setGrouping(grouping);
    applyChoices();
}

void ClusterMapPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isFresh)
        refresh();
    else
        judge();
    m_second->start();
}

void ClusterMapPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second->stop();
    m_card->hide();
}

void ClusterMapPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Slash)
        focusFilter();
    else
        QWidget::keyPressEvent(event);
}

bool ClusterMapPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        m_field->setRoom(m_scroll->viewport()->size());
    return QWidget::eventFilter(watched, event);
}

void ClusterMapPage::applyTheme()
{
    const Theme &theme = themeOf(palette());
    const auto paint = [](QLabel *label, const QColor &color) {
        QPalette colors = label->palette();
        colors.setColor(QPalette::WindowText, color);
        label->setPalette(colors);
        label->setFont(Theme::secondary());
    };
    paint(m_age, theme.faint);
    paint(m_searchError, theme.attention);
}

void ClusterMapPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

QByteArray ClusterMapPage::saveState() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << kStateMagic << int(m_toolbar->quantity()) << int(m_toolbar->grouping()) << int(m_toolbar->order());
    return bytes;
}

void ClusterMapPage::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 magic = 0;
    int quantity = 0, grouping = 0, order = 0;
    in >> magic >> quantity >> grouping >> order;
    if (in.status() != QDataStream::Ok || magic != kStateMagic || quantity < 0 || quantity >= kNodeQuantities ||
        grouping < 0 || grouping > int(NodeGrouping::None) || order < 0 || order > int(NodeOrder::Attention))
        return;
    m_toolbar->setQuantity(NodeQuantity(quantity));
    m_toolbar->setGrouping(NodeGrouping(grouping));
    m_toolbar->setOrder(NodeOrder(order));
    applyChoices();
}

} // namespace paceline
