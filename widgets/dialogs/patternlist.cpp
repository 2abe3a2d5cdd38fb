// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/patternlist.h"

#include "backends/core/text.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace paceline {

PatternList::PatternList(QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_shape(new QLabel(this))
    , m_note(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Patterns of log lines"));
    setMinimumSize(640, 420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto *title = new QLabel(tr("Curves that you made of numbers in logs"), this);
    title->setFont(Theme::verdict());
    column->addWidget(title);
    m_list->setAccessibleName(tr("Patterns"));
    column->addWidget(m_list, 1);
    for (QLabel *label : {m_shape, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_shape->setFont(Theme::mono());
    column->addWidget(makeButtons());
    connect(m_list, &QListWidget::currentRowChanged, this, &PatternList::updateButtons);
    connect(m_list, &QListWidget::itemActivated, this, [this] { emit editRequested(current()); });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_isShowing)
            return;
        m_patterns[std::size_t(m_list->row(item))].isOn = item->checkState() == Qt::Checked;
        emit changed(m_patterns);
    });
    auto *remove = new QShortcut(Qt::Key_Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &PatternList::removeCurrent);
    setPatterns({});
}

QWidget *PatternList::makeButtons()
{
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, auto act) {
        auto *button = new QPushButton(text, part);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    m_edit = add(tr("Change …"), [this] { emit editRequested(current()); });
    m_delete = add(tr("Delete"), [this] { removeCurrent(); });
    m_undo = add(tr("Undo"), [this] {
        m_patterns = m_before;
        m_undo->hide();
        showNote({}, false);
        show(0);
        emit changed(m_patterns);
    });
    m_undo->hide();
    row->addStretch(1);
    add(tr("Import …"), [this] { emit importRequested(); });
    m_export = add(tr("Export …"), [this] { emit exportRequested(current()); });
    add(tr("Close"), [this] { reject(); })->setDefault(true);
    return part;
}

void PatternList::setPatterns(std::vector<LogPattern> patterns)
{
    m_patterns = std::move(patterns);
    show(std::max(current(), 0));
}

void PatternList::select(int index)
{
    m_list->setCurrentRow(index);
}

int PatternList::current() const
{
    return m_list->currentRow();
}

void PatternList::show(int current)
{
    m_isShowing = true;
    m_list->clear();
    for (const LogPattern &pattern : m_patterns) {
        auto *item = new QListWidgetItem(displayText(pattern.name, 120), m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(pattern.isOn ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({0, Theme::kRowHeight});
    }
    m_isShowing = false;
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    updateButtons();
}

void PatternList::updateButtons()
{
    const int row = current();
    const bool isThere = row >= 0 && std::size_t(row) < m_patterns.size();
    for (QPushButton *button : {m_edit, m_delete, m_export})
        button->setEnabled(isThere);
    if (isThere)
        m_shape->setText(displayText(m_patterns[std::size_t(row)].example, 300));
    else if (m_patterns.empty())
        m_shape->setText(tr("There are none yet. Right click a number in a log to make one."));
}

void PatternList::removeCurrent()
{
    const int row = current();
    if (row < 0)
        return;
    m_before = m_patterns;
    showNote(tr("Deleted: %1").arg(displayText(m_patterns[std::size_t(row)].name, 120)), false);
    m_patterns.erase(m_patterns.begin() + row);
    m_undo->show();
    show(row);
    emit changed(m_patterns);
}

void PatternList::showNote(const QString &note, bool isBad)
{
    const Theme &theme = themeOf(palette());
    QPalette colours = m_note->palette();
    colours.setColor(QPalette::WindowText, isBad ? theme.failed : theme.soft);
    m_note->setPalette(colours);
    m_note->setText(isBad ? Theme::symbol(Mood::Failed) + QStringLiteral(" ") + note : note);
}

} // namespace paceline
