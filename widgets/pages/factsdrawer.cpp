// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/factsdrawer.h"

#include "widgets/pages/flatbutton.h"
#include "widgets/pages/thinscrollbar.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace paceline {

FactsDrawer::FactsDrawer(QWidget *parent)
    : Card(parent)
    , m_area(new QScrollArea(this))
{
    setFixedWidth(380);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    m_area->viewport()->setAutoFillBackground(false);

    auto *title = new QLabel(tr("Facts"), this);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *copy = new FlatButton(tr("Copy all"), this);
    connect(copy, &FlatButton::clicked, this, [this] {
        QString text;
        for (const auto &[name, value] : std::as_const(m_facts))
            text +=
                name.isEmpty() ? value + QLatin1Char('\n') : name + QStringLiteral(": ") + value + QLatin1Char('\n');
        QGuiApplication::clipboard()->setText(text);
    });
    auto *close = new FlatButton(tr("Close"), this);
    connect(close, &FlatButton::clicked, this, &FactsDrawer::closeRequested);

    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(copy);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 4, 8);
    layout->addLayout(head);
    layout->addWidget(m_area, 1);
}

void FactsDrawer::setTool(QWidget *tool)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, tool);
}

void FactsDrawer::setFacts(const Facts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    rebuild();
}

void FactsDrawer::rebuild()
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[name, value] : std::as_const(m_facts)) {
        auto *text = new QLabel(value, content);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setFont(Theme::secondary());
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setFocusPolicy(Qt::NoFocus);
        text->setMinimumWidth(40);
        if (name.isEmpty()) {
            QFont bold = Theme::secondary();
            bold.setWeight(QFont::DemiBold);
            text->setFont(bold);
            grid->addWidget(text, row++, 0, 1, 2);
            continue;
        }
        auto *label = new QLabel(name, content);
        label->setTextFormat(Qt::PlainText);
        label->setFont(Theme::secondary());
        label->setWordWrap(true);
        label->setFixedWidth(130);
        label->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row++, 1);
    }
    grid->setRowStretch(row, 1);
    m_area->setWidget(content);
    content->setAutoFillBackground(false);
}

} // namespace paceline
