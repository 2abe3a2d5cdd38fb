// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/verdictbanner.h"

#include "widgets/format/verdicttext.h"
#include "widgets/models/mood.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <QVBoxLayout>

namespace paceline {

namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

VerdictBanner::VerdictBanner(QWidget *parent)
    : QFrame(parent)
    , m_symbol(new QLabel(this))
    , m_headline(plainLabel(this))
    , m_detail(plainLabel(this))
    , m_buttons(new QHBoxLayout)
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(m_headline);
    lines->addWidget(m_detail);
    m_buttons->setSpacing(Theme::kPaneGap);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 10, 14, 10);
    row->setSpacing(Theme::kPaneGap);
    row->addWidget(m_symbol);
    row->addLayout(lines, 1);
    row->addLayout(m_buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(tr("Verdict"));
    applyTheme();
}

void VerdictBanner::setVerdict(const Verdict &verdict)
{
    const VerdictText text = describe(verdict);
    setText(moodOf(verdict.severity), text.headline, text.detail);
}

void VerdictBanner::setText(Mood mood, const QString &headline, const QString &detail)
{
    m_headline->setText(headline);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleDescription(headline + QLatin1Char(' ') + detail);
    if (m_mood == mood)
        return;
    m_mood = mood;
    applyTheme();
}

void VerdictBanner::setActions(const QList<QAction *> &actions)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_buttons->addWidget(button);
    }
}

QString VerdictBanner::headline() const
{
    return m_headline->text();
}

QString VerdictBanner::detail() const
{
    return m_detail->text();
}

void VerdictBanner::applyTheme()
{
    const Theme &theme = themeOf(palette());
    const auto paint = [](QLabel *label, const QColor &color) {
        QPalette colors = label->palette();
        colors.setColor(QPalette::WindowText, color);
        label->setPalette(colors);
    };
    QFont headline = Theme::verdict();
    headline.setWeight(QFont::DemiBold);
    m_headline->setFont(headline);
    m_detail->setFont(Theme::secondary());
    m_symbol->setFont(Theme::value());
    m_symbol->setText(Theme::symbol(m_mood));
    paint(m_symbol, theme.mood(m_mood));
    paint(m_headline, theme.ink);
    paint(m_detail, theme.soft);
    update();
}

void VerdictBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QFrame::changeEvent(event);
}

void VerdictBanner::paintEvent(QPaintEvent *)
{
    constexpr qreal kBar = 4;
    const Theme &theme = themeOf(palette());
    const bool loud = m_mood == Mood::Attention || m_mood == Mood::Failed;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kCorner, Theme::kCorner);
    painter.fillPath(shape, m_mood == Mood::Failed ? theme.failedGround : loud ? theme.attentionGround : theme.panel);
    if (!loud) {
        painter.setPen(QPen(theme.hairline, 1));
        painter.drawPath(shape);
        return;
    }
    painter.setClipPath(shape);
    painter.fillRect(QRectF(0, 0, kBar, height()), theme.mood(m_mood));
}

} // namespace paceline
