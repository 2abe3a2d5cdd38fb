// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/clustermaptoolbar.h"

#include "widgets/pages/clustermapwords.h"
#include "widgets/pages/segments.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace paceline {

namespace {

constexpr int kNarrow = 1200; ///< below it the search stands in a line of its own

} // namespace

ClusterMapToolbar::ClusterMapToolbar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_quantities(new Segments(this))
    , m_grouping(new QComboBox(this))
    , m_order(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    QStringList names;
    for (int quantity = 0; quantity < kNodeQuantities; ++quantity)
        names += quantityName(NodeQuantity(quantity));
    m_quantities->setLabels(names);
    m_quantities->setAccessibleName(tr("Colour by"));
    connect(m_quantities, &Segments::chosen, this, &ClusterMapToolbar::quantityChosen);

    const auto fill = [](QComboBox *box, const QString &name, const std::vector<std::pair<QString, int>> &choices) {
        box->setAccessibleName(name);
        box->setToolTip(name);
        box->setFont(Theme::secondary());
        for (const auto &[text, value] : choices)
            box->addItem(text, value);
    };
    fill(m_grouping, tr("Group by"),
         {{tr("By partition"), int(NodeGrouping::Partition)},
          {tr("By rack or name"), int(NodeGrouping::Name)},
          {tr("By features"), int(NodeGrouping::Feature)},
          {tr("By state"), int(NodeGrouping::State)},
          {tr("All together"), int(NodeGrouping::None)}});
    fill(m_order, tr("Order within a group"),
         {{tr("In order of names"), int(NodeOrder::Name)}, {tr("Worst first"), int(NodeOrder::Attention)}});
    for (QComboBox *box : {m_grouping, m_order})
        connect(box, &QComboBox::activated, this, &ClusterMapToolbar::groupingChosen);

    m_search->setPlaceholderText(tr("Search: words, name=n0*, state=drained, freegpus>0, /regex/"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search nodes"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ClusterMapToolbar::searchChanged);
    connect(m_search, &QLineEdit::returnPressed, this, &ClusterMapToolbar::searchLeft);
    m_count->setTextFormat(Qt::PlainText);

    auto *choices = new QHBoxLayout;
    auto *search = new QHBoxLayout;
    for (QHBoxLayout *line : {choices, search})
        line->setSpacing(8);
    auto *words = new QLabel(tr("Colour by"), this);
    words->setFont(Theme::secondary());
    words->setForegroundRole(QPalette::PlaceholderText);
    choices->addWidget(words);
    choices->addWidget(m_quantities);
    choices->addSpacing(8);
    choices->addWidget(m_grouping);
    choices->addWidget(m_order);
    choices->addStretch(1);
    search->addWidget(m_search, 1);
    search->addWidget(m_count);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addLayout(choices);
    m_layout->addLayout(search, 1);
    applyTheme();
}

void ClusterMapToolbar::setLacks(const std::array<QuantityLack, kNodeQuantities> &lacks)
{
    QStringList reasons;
    for (int quantity = 0; quantity < kNodeQuantities; ++quantity)
        reasons += lackText(lacks[std::size_t(quantity)], NodeQuantity(quantity));
    reasons[int(NodeQuantity::State)].clear();
    m_quantities->setUnavailable(reasons);
    // Before the first list nothing is known: a choice of the last time stays.
    const QuantityLack lack = lacks[std::size_t(m_quantities->current())];
    if (lack == QuantityLack::NoGpus || lack == QuantityLack::NotTold)
        m_quantities->setCurrent(int(NodeQuantity::State));
}

NodeQuantity ClusterMapToolbar::quantity() const
{
    const int current = m_quantities->current();
    return m_quantities->isAvailable(current) ? NodeQuantity(current) : NodeQuantity::State;
}

NodeGrouping ClusterMapToolbar::grouping() const
{
    return NodeGrouping(m_grouping->currentData().toInt());
}

NodeOrder ClusterMapToolbar::order() const
{
    return NodeOrder(m_order->currentData().toInt());
}

QString ClusterMapToolbar::searchText() const
{
    return m_search->text();
}

void ClusterMapToolbar::setQuantity(NodeQuantity quantity)
{
    m_quantities->setCurrent(int(quantity));
}

void ClusterMapToolbar::setGrouping(NodeGrouping grouping)
{
    m_grouping->setCurrentIndex(m_grouping->findData(int(grouping)));
}

void ClusterMapToolbar::setOrder(NodeOrder order)
{
    m_order->setCurrentIndex(m_order->findData(int(order)));
}

void ClusterMapToolbar::setSearchText(const QString &text)
{
    m_search->setText(text);
}

void ClusterMapToolbar::setCountText(const QString &text)
{
    m_count->setText(text);
}

void ClusterMapToolbar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool ClusterMapToolbar::isSearching() const
{
    return !m_search->text().trimmed().isEmpty();
}

/// Esc empties the search before it leaves the page.
bool ClusterMapToolbar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        if (event->type() == QEvent::KeyPress)
            m_search->clear();
        event->accept();
        return true;
    }
    if (key == Qt::Key_Down && event->type() == QEvent::KeyPress) {
        emit searchLeft();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ClusterMapToolbar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_layout->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ClusterMapToolbar::applyTheme()
{
    QPalette colors = m_count->palette();
    colors.setColor(QPalette::WindowText, themeOf(palette()).soft);
    m_count->setPalette(colors);
    m_count->setFont(Theme::secondary());
}

void ClusterMapToolbar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

} // namespace paceline
