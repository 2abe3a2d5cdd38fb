// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/commandpalette.h"

#include "widgets/dialogs/palettemodel.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace paceline {

namespace {

class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, 30}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        const QRect row = option.rect.adjusted(12, 0, -12, 0);
        painter->setFont(Theme::secondary());
        painter->setPen(theme.soft);
        const QString note = painter->fontMetrics().elidedText(index.data(PaletteModel::NoteRole).toString(),
                                                               Qt::ElideRight, row.width() / 2);
        const int noteWidth = painter->fontMetrics().horizontalAdvance(note);
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, note);
        painter->setFont(Theme::body());
        painter->setPen(theme.ink);
        const QRect title = row.adjusted(0, 0, -noteWidth - 16, 0);
        painter->drawText(title, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, title.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new PaletteModel(this))
{
    setAccessibleName(tr("Go to"));
    m_search->setPlaceholderText(tr("Go to a job, a node or an action"));
    m_search->setAccessibleName(tr("Search"));
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    resize(560, 380);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::setSearchText);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::setEntries(std::vector<PaletteEntry> entries)
{
    m_model->setEntries(std::move(entries));
    m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::setSearchText(const QString &text)
{
    if (m_search->text() != text)
        m_search->setText(text);
    m_model->setSearch(text);
    m_list->setCurrentIndex(m_model->index(0));
}

int CommandPalette::listedEntries() const
{
    return m_model->rowCount();
}

void CommandPalette::popup()
{
    if (const QWidget *window = parentWidget() ? parentWidget()->window() : nullptr)
        move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 60)));
    setSearchText({});
    open();
    m_search->setFocus();
}

void CommandPalette::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const PaletteEntry entry = m_model->entry(index);
    accept();
    emit chosen(entry.kind, entry.key);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
        m_list->setCurrentIndex(m_model->index(std::min(row + 1, m_model->rowCount() - 1)));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentIndex(m_model->index(std::max(row - 1, 0)));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return false;
    }
}

} // namespace paceline
