// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/logpane.h"

#include "backends/core/text.h"
#include "widgets/format/counts.h"
#include "widgets/format/units.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/logview.h"

#include <QEvent>
#include <QLineEdit>
#include <QPainter>

namespace paceline {

namespace {

constexpr int kTitle = 34, kSearchWidth = 190;

} // namespace

LogPane::LogPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new LogView(this))
    , m_search(new QLineEdit(this))
    , m_previous(new FlatButton(QStringLiteral("‹"), this))
    , m_next(new FlatButton(QStringLiteral("›"), this))
    , m_follow(new FlatButton(tr("Follow"), this))
    , m_curve(new FlatButton(tr("Make a curve …"), this))
{
    setMinimumHeight(96);
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_search->setFrame(false);
    m_search->setFont(Theme::secondary());
    m_previous->setToolTip(tr("Previous match"));
    m_next->setToolTip(tr("Next match"));
    m_follow->setToolTip(tr("Go to the end and stay there (End)"));
    m_curve->setToolTip(tr("Make a curve of a number in the selected line (M)"));
    m_curve->setAccessibleName(m_curve->toolTip());
    connect(m_curve, &FlatButton::clicked, m_view, &LogView::requestCurve);
    connect(m_follow, &FlatButton::clicked, m_view, [this] { m_view->setFollowing(true); });
    connect(m_view, &LogView::followingChanged, this, &LogPane::updateStatus);
    wireSearch();
    setMessage({});
}

void LogPane::wireSearch()
{
    connect(m_search, &QLineEdit::textChanged, m_view, &LogView::search);
    connect(m_search, &QLineEdit::returnPressed, m_view, &LogView::nextMatch);
    connect(m_previous, &FlatButton::clicked, m_view, &LogView::previousMatch);
    connect(m_next, &FlatButton::clicked, m_view, &LogView::nextMatch);
    connect(m_view, &LogView::matchesChanged, this, &LogPane::showMatches);
}

void LogPane::showMatches(qint64 current, qint64 count, bool isDone)
{
    if (m_search->text().isEmpty())
        m_matches.clear();
    else if (count == 0)
        m_matches = isDone ? tr("not found") : tr("searching");
    else
        m_matches = tr("%1 of %2%3")
                        .arg(current > 0 ? formatCount(current) : missingText(), formatCount(count),
                             isDone ? QString() : QStringLiteral("+"));
    layOut();
    update(0, 0, width(), kTitle);
}

void LogPane::setLog(std::shared_ptr<const LogText> log)
{
    m_log = std::move(log);
    m_view->setLog(m_log);
    updateStatus();
}

void LogPane::updateStatus()
{
    m_title = m_log ? displayText(m_log->path.section(QLatin1Char('/'), -1), 80) : tr("Log");
    QStringList parts;
    if (m_log) {
        switch (m_log->state) {
        case LogText::State::Reading:
            parts.append(tr("reading"));
            break;
        case LogText::State::Following:
            parts.append(m_view->isFollowing() ? tr("following") : tr("scrolled back"));
            break;
        case LogText::State::Deleted:
            parts.append(tr("deleted on the cluster"));
            break;
        case LogText::State::Unreadable:
            parts.append(tr("not readable"));
            break;
        }
        if (m_log->readTo < m_log->fileSize && m_log->fileSize > 0)
            parts.append(tr("%1 % read").arg(100 * m_log->readTo / m_log->fileSize));
        if (m_log->records > 0)
            parts.append(recordsText(m_log->records));
        if (!m_log->format.isEmpty())
            parts.append(tr("format: %1").arg(displayText(m_log->format, 40)));
    }
    m_status = parts.join(QStringLiteral(" · "));
    const bool isEmpty = !m_log || m_log->lineCount() == 0;
    m_view->setVisible(!isEmpty);
    m_follow->setVisible(!isEmpty && !m_view->isFollowing());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_search, m_previous, m_next, m_curve})
        widget->setVisible(!isEmpty);
    update();
}

void LogPane::setMessage(const QString &message)
{
    m_message = message;
    updateStatus();
}

void LogPane::setStale(const QString &age)
{
    if (std::exchange(m_stale, age) != age)
        update();
}

void LogPane::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void LogPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

void LogPane::resizeEvent(QResizeEvent *)
{
    layOut();
}

void LogPane::layOut()
{
    m_view->setGeometry(rect().adjusted(1, kTitle, -2, -6));
    int right = width() - 10;
    const auto place = [&right](QWidget *widget, int w) {
        widget->setGeometry(right - w, 5, w, 24);
        right -= w + 4;
    };
    place(m_next, 24);
    place(m_previous, 24);
    right -= 6;
    place(m_search, kSearchWidth);
    m_search->setGeometry(m_search->geometry().adjusted(0, 2, 0, -2));
    right -= m_matches.isEmpty() ? 8 : 96; // the count of matches
    place(m_curve, m_curve->sizeHint().width());
    place(m_follow, m_follow->sizeHint().width());
}

void LogPane::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.hairline, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kCorner, Theme::kCorner);

    if (m_search->isVisible())
        painter.drawRoundedRect(QRectF(m_search->geometry()).adjusted(-5.5, -2.5, 5.5, 2.5), 6, 6);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    const QFont secondary = Theme::secondary();
    const int baseline = 22, right = m_follow->isVisible() ? m_follow->x() : m_curve->x() - 8;
    int left = 12;
    const auto put = [&](const QFont &font, const QColor &colour, const QString &text) {
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(colour);
        const QString shown = metrics.elidedText(text, Qt::ElideMiddle, std::max(right - left, 0));
        painter.drawText(left, baseline, shown);
        left += metrics.horizontalAdvance(shown) + 10;
    };
    put(bold, theme.ink, m_title);
    if (!m_stale.isEmpty())
        put(secondary, theme.attention, m_stale);
    put(secondary, theme.soft, m_status);
    painter.setFont(secondary);
    painter.setPen(theme.soft);
    painter.drawText(QRect(m_search->x() - 94, 0, 88, kTitle), int(Qt::AlignRight | Qt::AlignVCenter), m_matches);
    if (m_view->isVisible())
        return;
    painter.setFont(Theme::body());
    painter.drawText(rect().adjusted(24, kTitle, -24, -8), int(Qt::AlignCenter) | Qt::TextWordWrap, m_message);
}

} // namespace paceline
