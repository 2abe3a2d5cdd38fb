// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/statusbar.h"

#include "widgets/format/describe.h"
#include "widgets/format/durations.h"
#include "widgets/format/statustext.h"
#include "widgets/format/units.h"
#include "widgets/models/mood.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

namespace paceline {

StatusBar::StatusBar(QWidget *parent)
    : QWidget(parent)
    , m_symbol(new QLabel(this))
    , m_connectionText(new QLabel(this))
    , m_reconnect(new QToolButton(this))
    , m_queue(new QLabel(this))
    , m_costText(new QLabel(this))
    , m_note(new QLabel(this))
    , m_goTo(new QToolButton(this))
    , m_keys(new QToolButton(this))
    , m_second(new QTimer(this))
    , m_noteTimer(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 1, 12, 0);
    row->setSpacing(5);
    row->addWidget(m_symbol);
    row->addWidget(m_connectionText);
    row->addWidget(m_reconnect);
    row->addSpacing(14);
    row->addWidget(m_queue);
    row->addSpacing(14);
    row->addWidget(m_costText);
    row->addSpacing(14);
    row->addWidget(m_note, 1);
    row->addWidget(m_goTo);
    row->addWidget(m_keys);
    for (QLabel *label : {m_symbol, m_connectionText, m_queue, m_costText, m_note})
        label->setTextFormat(Qt::PlainText);
    m_goTo->setText(tr("Ctrl+K go to"));
    m_keys->setText(tr("? keys"));
    m_goTo->setAutoRaise(true);
    m_keys->setAutoRaise(true);
    m_costText->setToolTip(plainToolTip(
        tr("What watching costs the cluster over the last minute: requests to the login node and to Slurm, "
           "bytes both ways, and CPU of one core of the login node.")));
    setFixedHeight(28);
    m_second->setInterval(1000);
    m_noteTimer->setSingleShot(true);
    connect(m_second, &QTimer::timeout, this, &StatusBar::refresh);
    connect(m_noteTimer, &QTimer::timeout, m_note, &QLabel::clear);
    connect(m_reconnect, &QToolButton::clicked, this, &StatusBar::reconnectRequested);
    connect(m_goTo, &QToolButton::clicked, this, &StatusBar::paletteRequested);
    connect(m_keys, &QToolButton::clicked, this, &StatusBar::helpRequested);
    applyTheme();
    refresh();
}

void StatusBar::setConnection(const ConnectionState &state, const QString &host, const Clock *clock)
{
    m_state = state;
    m_host = host;
    m_clock = clock;
    applyTheme();
    refresh();
    updateTimer();
}

void StatusBar::setQueueTime(qint64 takenMs)
{
    m_queueMs = takenMs;
    refresh();
    updateTimer();
}

void StatusBar::setCost(const std::optional<ObserverCost> &cost)
{
    m_cost = cost;
    refresh();
}

void StatusBar::showNote(const QString &text)
{
    m_note->setText(text);
    m_noteTimer->start(4000);
}

QString StatusBar::connectionLine() const
{
    return m_connectionText->text();
}

void StatusBar::refresh()
{
    using Phase = ConnectionPhase;
    const qint64 nowMs = m_clock ? m_clock->nowMs() : 0;
    QString line = m_host.isEmpty() ? tr("No cluster chosen") : connectionText(m_state, m_host, nowMs);
    if (m_state.certificateExpiresMs > 0 && m_state.certificateExpiresMs - nowMs < 3600'000)
        line += QStringLiteral(" · ") +
                (m_state.certificateExpiresMs > nowMs
                     ? tr("certificate expires in %1").arg(formatDuration(m_state.certificateExpiresMs - nowMs))
                     : tr("certificate has expired"));
    m_connectionText->setText(line);
    m_symbol->setText(Theme::symbol(moodOf(m_state.phase)));
    const ErrorText why = m_state.error ? describe(*m_state.error, m_host) : ErrorText{};
    m_connectionText->setToolTip(plainToolTip(why.plain()));
    m_reconnect->setVisible(m_state.phase == Phase::WaitingForPerson || m_state.phase == Phase::Failed ||
                            m_state.phase == Phase::Reconnecting ||
                            (m_state.phase == Phase::Disconnected && !m_host.isEmpty()));
    m_reconnect->setText(m_state.phase == Phase::Disconnected ? tr("Connect")
                         : m_state.phase == Phase::Failed     ? tr("Try again")
                                                              : tr("Reconnect"));
    m_queue->setText(m_queueMs > 0 ? tr("squeue %1").arg(formatAge(nowMs - m_queueMs)) : QString());
    m_costText->setText(m_cost ? tr("our cost: %1").arg(observerText(*m_cost)) : QString());
}

void StatusBar::updateTimer()
{
    const bool ages = isVisible() && m_clock && (m_queueMs > 0 || m_state.phase == ConnectionPhase::Reconnecting);
    if (ages && !m_second->isActive())
        m_second->start();
    else if (!ages)
        m_second->stop();
}

void StatusBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    updateTimer();
}

void StatusBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second->stop();
}

void StatusBar::applyTheme()
{
    const Theme &theme = themeOf(palette());
    const auto paint = [](QWidget *widget, QPalette::ColorRole role, const QColor &color) {
        QPalette colors = widget->palette();
        colors.setColor(role, color);
        widget->setPalette(colors);
        widget->setFont(Theme::secondary());
    };
    const QColor mood = m_host.isEmpty() ? theme.soft : theme.mood(moodOf(m_state.phase));
    paint(m_symbol, QPalette::WindowText, mood);
    paint(m_connectionText, QPalette::WindowText, mood);
    for (QLabel *label : {m_queue, m_costText, m_note})
        paint(label, QPalette::WindowText, theme.soft);
    for (QToolButton *button : {m_goTo, m_keys})
        paint(button, QPalette::ButtonText, theme.soft);
    m_reconnect->setFont(Theme::secondary());
}

void StatusBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), themeOf(palette()).hairline);
}

} // namespace paceline
