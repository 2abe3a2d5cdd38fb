// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/helpoverlay.h"

#include "widgets/pages/card.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace paceline {

namespace {

constexpr int kTitleRole = Qt::UserRole, kKeysRole = Qt::UserRole + 1;
constexpr int kKeysWidth = 190;

class HelpDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(kTitleRole).toBool())
            return {0, 34};
        const QRect text = option.fontMetrics.boundingRect(QRect(0, 0, textWidth(option), 1000), Qt::TextWordWrap,
                                                           index.data().toString());
        return {0, std::max(int(Theme::kRowHeight), text.height() + 8)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.palette);
        painter->save();
        QRect row = option.rect.adjusted(8, 0, -8, 0);
        QFont font = option.font;
        if (index.data(kTitleRole).toBool()) {
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->setPen(theme.soft);
            painter->drawText(row.adjusted(0, 0, 0, -6), Qt::AlignBottom | Qt::AlignLeft, index.data().toString());
        } else {
            painter->setFont(font);
            painter->setPen(theme.accent);
            painter->drawText(row.adjusted(0, 4, 0, 0), Qt::AlignTop | Qt::AlignLeft, index.data(kKeysRole).toString());
            painter->setPen(theme.ink);
            row.setLeft(row.left() + kKeysWidth);
            painter->drawText(row.adjusted(0, 4, 0, 0), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                              index.data().toString());
        }
        painter->restore();
    }

private:
    static int textWidth(const QStyleOptionViewItem &option)
    {
        const auto *list = qobject_cast<const QAbstractItemView *>(option.widget);
        return (list ? list->viewport()->width() : 480) - kKeysWidth - 16;
    }
};

} // namespace

HelpOverlay::HelpOverlay(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(this))
    , m_search(new QLineEdit(m_card))
    , m_list(new QListWidget(m_card))
{
    auto *title = new QLabel(tr("Keys and terms"), m_card);
    title->setFont(Theme::verdict());
    m_search->setPlaceholderText(tr("Search help"));
    m_search->setAccessibleName(tr("Search help"));
    m_list->setItemDelegate(new HelpDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &HelpOverlay::list);
    parent->installEventFilter(this);
    hide();
    setEntries(commonEntries());
}

std::vector<HelpEntry> HelpOverlay::commonEntries()
{
    const QString everywhere = tr("Everywhere"), jobs = tr("Jobs"), filter = tr("Filter"), map = tr("Cluster map"),
                  curves = tr("Curves"), terms = tr("Symbols and terms");
    return {{everywhere, tr("F1, ?"), tr("This help")},
            {everywhere, tr("Ctrl+K"), tr("Go to a job, a node or an action")},
            {everywhere, tr("/"), tr("Filter")},
            {everywhere, tr("F5"), tr("Ask for the queue now")},
            {everywhere, tr("F11"), tr("Full screen; Esc leaves it")},
            {everywhere, tr("Space"), tr("Freeze the view while data keep flowing")},
            {everywhere, tr("Ctrl+Q"), tr("Quit")},
            {jobs, tr("Enter"), tr("Open the job; an array opens its tasks")},
            {jobs, tr("Right click"), tr("Watch, copy the job number or the Slurm command that shows the same")},
            {jobs, tr("Right click on the header"), tr("Choose columns")},
            {filter, QStringLiteral("resnet alice"),
             tr("Both words somewhere in name, user, partition, account, state or reason")},
            {filter, QStringLiteral("user=alice & nodes>=8"),
             tr("Fields: id, name, user, account, qos, partition, state, reason, nodes, gpus, cpus, elapsed, limit")},
            {filter, QStringLiteral("!state=waiting | elapsed>2h"),
             tr("! is not, | is or; spans of time end in s, m, h or d")},
            {filter, QStringLiteral("name~net  user=al*"), tr("~ contains, * stands for anything")},
            {filter, QStringLiteral("/^res.*50$/"), tr("A regular expression")},
            {map, tr("Arrows, Enter"), tr("Go from node to node, open one")},
            {map, QStringLiteral("state=drained  load<1"), tr("Search; what does not match grows faint")},
            {map, QStringLiteral("feature=rome | reason~fan"),
             tr("Fields: name, state, partition, feature, reason, gpu, cpus, load, memory, gpus")},
            {map, QStringLiteral("freegpus>0"), tr("What is free: freecpus, freegpus, freemem (GiB)")},
            {map, tr("Right click"), tr("Copy the name, or the command that shows or drains the node")},
            {curves, tr("c"), tr("All curves of a job; Esc goes back")},
            {curves, tr("Wheel, drag"), tr("Zoom and move; over an axis only along it")},
            {curves, tr("Double click"), tr("Show everything again")},
            {curves, tr("y, x"), tr("Logarithmic y or x axis")},
            {curves, tr("m, right click in the log"), tr("Make a curve of a number in a line of the log")},
            {curves, tr("Ctrl+Z"), tr("The zoom before")},
            {terms, QStringLiteral("● ▲ ■ ○ ◷"), tr("Running well, needs attention, failed, idle or ended, waiting")},
            {terms, tr("Our cost"),
             tr("What watching costs the cluster: requests a minute, bytes, and CPU of the login node")},
            {terms, tr("Estimated start"),
             tr("Slurm's own forecast; it moves when jobs end early or others come in between")},
            {terms, tr("Grey data"), tr("They are old: the controller or the connection does not answer at present")}};
}

void HelpOverlay::setEntries(std::vector<HelpEntry> entries)
{
    m_entries = std::move(entries);
    list(m_search->text());
}

void HelpOverlay::setSearchText(const QString &text)
{
    m_search->setText(text);
}

int HelpOverlay::listedEntries() const
{
    return m_listed;
}

void HelpOverlay::list(const QString &search)
{
    m_list->clear();
    m_listed = 0;
    QString section;
    for (const HelpEntry &entry : m_entries) {
        const QString all = entry.section + QLatin1Char(' ') + entry.keys + QLatin1Char(' ') + entry.text;
        if (!all.contains(search.trimmed(), Qt::CaseInsensitive))
            continue;
        if (entry.section != section) {
            section = entry.section;
            auto *title = new QListWidgetItem(section, m_list);
            title->setData(kTitleRole, true);
        }
        auto *item = new QListWidgetItem(entry.text, m_list);
        item->setData(kKeysRole, entry.keys);
        ++m_listed;
    }
}

void HelpOverlay::open()
{
    setGeometry(parentWidget()->rect());
    const QSize size(std::min(680, width() - 40), std::min(640, height() - 40));
    m_card->setGeometry(QRect(rect().center() - QPoint(size.width() / 2, size.height() / 2), size));
    m_search->clear();
    raise();
    show();
    m_search->setFocus();
}

void HelpOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 90));
}

void HelpOverlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->pos()))
        hide();
}

void HelpOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

bool HelpOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        open();
    return QWidget::eventFilter(watched, event);
}

} // namespace paceline
