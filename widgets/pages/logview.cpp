// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/logview.h"

#include "widgets/pages/ansitext.h"
#include "widgets/pages/thinscrollbar.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr int kTimeWidth = 70, kMargin = 12;
constexpr qint64 kMaxCopied = 100'000; // lines

QColor terminalColour(int index, const Theme &theme)
{
    // The terminal's eight names in colours that can be read on the panel; the bright eight are the same here.
    const QColor colours[] = {theme.soft,   theme.failed,    theme.well,      theme.attention,
                              theme.accent, theme.series[3], theme.series[5], theme.ink};
    return colours[index % 8];
}

} // namespace

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFont(Theme::mono());
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAutoFillBackground(false);
    setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    setHorizontalScrollBar(new ThinScrollBar(Qt::Horizontal));
    m_search.setSingleShot(true);
    m_search.setInterval(0);
    connect(&m_search, &QTimer::timeout, this, &LogView::searchOn);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_adjusting)
            setFollowing(value >= verticalScrollBar()->maximum());
    });
}

int LogView::rowHeight() const
{
    return QFontMetrics(font()).height() + 2;
}

int LogView::visibleRows() const
{
    return std::max(viewport()->height() / rowHeight(), 1);
}

void LogView::setLog(std::shared_ptr<const LogText> log)
{
    if (log == m_log)
        return;
    const qint64 firstBefore = m_log ? m_log->firstLine() : 1;
    const bool isOther = !log || !m_log || log->path != m_log->path || log->firstLine() < firstBefore ||
                         log->firstLine() + log->lineCount() < firstBefore + m_log->lineCount();
    m_log = std::move(log);
    m_adjusting = true;
    if (isOther) {
        m_selectFrom = m_selectTo = 0;
        m_widest = 0;
        m_following = true;
        m_searchedTo = 0;
        m_matches.clear();
        m_current = -1;
    } else if (!m_following) {
        const qint64 dropped = m_log->firstLine() - firstBefore;
        verticalScrollBar()->setValue(int(verticalScrollBar()->value() - dropped));
    }
    m_adjusting = false;
    updateScrollBars();
    if (!m_needle.isEmpty())
        m_search.start();
    viewport()->update();
}

void LogView::setFollowing(bool on)
{
    const bool changed = std::exchange(m_following, on) != on;
    if (on)
        updateScrollBars();
    if (changed)
        emit followingChanged(on);
}

void LogView::updateScrollBars()
{
    const qint64 count = m_log ? m_log->lineCount() : 0;
    m_adjusting = true;
    verticalScrollBar()->setPageStep(visibleRows());
    verticalScrollBar()->setRange(0, int(std::max<qint64>(count - visibleRows(), 0)));
    if (m_following && m_litLine == 0)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_adjusting = false;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(24);
    horizontalScrollBar()->setRange(0, std::max(m_widest + kTimeWidth + 2 * kMargin - viewport()->width(), 0));
}

void LogView::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
}

LogView::Line LogView::line(qint64 index) const
{
    const qint64 number = m_log->firstLine() + index;
    const auto &chunks = m_log->chunks();
    auto chunk = std::upper_bound(chunks.begin(), chunks.end(), number,
                                  [](qint64 n, const auto &c) { return n < c->firstLine; });
    if (chunk == chunks.begin())
        return {};
    const LogText::Chunk &c = **std::prev(chunk);
    const std::size_t at = std::size_t(number - c.firstLine);
    if (at >= c.lineStarts.size())
        return {};
    const qsizetype begin = c.lineStarts[at];
    const qsizetype end = at + 1 < c.lineStarts.size() ? qsizetype(c.lineStarts[at + 1]) : c.bytes.size();
    return {c.bytes.mid(begin, std::min<qsizetype>(end - begin, 65536)), number,
            at < c.timeMs.size() ? c.timeMs[at] : 0};
}

QString LogView::timeText(const Line &line) const
{
    double time = double(line.timeMs);
    if (line.timeMs == 0)
        time = m_timeOfLine ? m_timeOfLine(line.number) : NAN;
    return std::isnan(time) ? QString()
                            : QDateTime::fromMSecsSinceEpoch(qint64(time)).toString(QStringLiteral("HH:mm:ss"));
}

void LogView::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.panel);
    if (!m_log)
        return;
    painter.setFont(font());
    const int height = rowHeight();
    const qint64 first = verticalScrollBar()->value();
    const qint64 count = m_log->lineCount();
    const int widest = m_widest;
    int top = firstTop();
    for (qint64 index = first; index < count && top < viewport()->height(); ++index, top += height)
        paintLine(painter, line(index), top);
    if (m_widest != widest)
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
}

void LogView::paintLine(QPainter &painter, const Line &line, int top)
{
    const Theme &theme = themeOf(palette());
    const QRect row(0, top, viewport()->width(), rowHeight());
    const bool isSelected = line.number >= std::min(m_selectFrom, m_selectTo) && m_selectFrom != 0 &&
                            line.number <= std::max(m_selectFrom, m_selectTo);
    if (isSelected || line.number == m_litLine)
        painter.fillRect(row, theme.selection);
    if (line.number == m_litLine)
        painter.fillRect(QRect(0, top, 3, row.height()), theme.accent);
    const int baseline = top + QFontMetrics(font()).ascent() + 1;
    const int left = kMargin - horizontalScrollBar()->value();
    painter.setPen(theme.faint);
    painter.drawText(left, baseline, timeText(line));
    paintText(painter, line.bytes, QPoint(left + kTimeWidth, baseline));
}

void LogView::paintText(QPainter &painter, const QByteArray &bytes, QPoint at)
{
    const Theme &theme = themeOf(palette());
    const AnsiLine ansi = ansiLine(bytes);
    const QFontMetrics metrics(font());
    paintMatches(painter, ansi.text, at);
    int x = at.x();
    for (const AnsiLine::Stretch &stretch : ansi.stretches) {
        const QString piece = ansi.text.mid(stretch.start, stretch.length);
        QFont styled = font();
        styled.setBold(stretch.isBold);
        painter.setFont(styled);
        painter.setPen(stretch.isRgb         ? QColor(stretch.rgb)
                       : stretch.colour >= 0 ? terminalColour(stretch.colour, theme)
                                             : theme.ink);
        painter.drawText(x, at.y(), piece);
        x += metrics.horizontalAdvance(piece);
    }
    painter.setFont(font());
    m_widest = std::max(m_widest, x - at.x());
}

void LogView::paintMatches(QPainter &painter, const QString &text, QPoint at) const
{
    if (m_needle.isEmpty())
        return;
    const Theme &theme = themeOf(palette());
    const QFontMetrics metrics(font());
    QColor mark = theme.attention;
    mark.setAlphaF(0.3F);
    const QString needle = QString::fromUtf8(m_needle);
    const auto sensitivity = m_anyCase ? Qt::CaseInsensitive : Qt::CaseSensitive;
    for (qsizetype i = text.indexOf(needle, 0, sensitivity); i >= 0;
         i = text.indexOf(needle, i + needle.size(), sensitivity)) {
        const int x = at.x() + metrics.horizontalAdvance(text.left(i));
        painter.fillRect(QRect(x, at.y() - metrics.ascent(), metrics.horizontalAdvance(needle), metrics.height()),
                         mark);
    }
}

int LogView::firstTop() const
{
    const bool isAtEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    return isAtEnd && m_log->lineCount() > visibleRows() ? viewport()->height() - visibleRows() * rowHeight() : 0;
}

qint64 LogView::lineAt(int y) const
{
    if (!m_log || m_log->lineCount() == 0)
        return 0;
    const qint64 index = verticalScrollBar()->value() + (y - firstTop()) / rowHeight();
    return m_log->firstLine() + std::clamp<qint64>(index, 0, m_log->lineCount() - 1);
}

std::pair<qint64, qint64> LogView::visibleLines() const
{
    if (!m_log || m_log->lineCount() == 0)
        return {0, -1};
    const qint64 first = m_log->firstLine() + verticalScrollBar()->value();
    return {first, std::min(first + visibleRows(), m_log->firstLine() + m_log->lineCount()) - 1};
}

void LogView::showLine(qint64 number)
{
    const auto [first, last] = visibleLines();
    if (!m_log || (number >= first && number <= last))
        return;
    m_adjusting = true;
    verticalScrollBar()->setValue(int(std::max<qint64>(m_log->indexOfLine(number) - visibleRows() / 2, 0)));
    m_adjusting = false;
    if (verticalScrollBar()->value() < verticalScrollBar()->maximum() && m_following)
        setFollowing(false);
}

void LogView::setLitLine(qint64 number)
{
    if (number == m_litLine)
        return;
    m_litLine = number;
    if (number > 0 && m_log && number >= m_log->firstLine()) {
        // A cursor that passes over a plot moves the view, and leaving the plot takes it back to the end.
        const auto [first, last] = visibleLines();
        if (number < first || number > last) {
            m_adjusting = true;
            verticalScrollBar()->setValue(int(std::max<qint64>(m_log->indexOfLine(number) - visibleRows() / 2, 0)));
            m_adjusting = false;
        }
    } else if (m_following) {
        updateScrollBars();
    }
    viewport()->update();
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_selectTo = lineAt(int(event->position().y()));
    if (!(event->modifiers() & Qt::ShiftModifier) || m_selectFrom == 0)
        m_selectFrom = m_selectTo;
    viewport()->update();
    emit lineActivated(m_selectTo);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_selectTo = lineAt(int(event->position().y()));
    viewport()->update();
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    emit lineActivated(lineAt(int(event->position().y())));
}

QString LogView::selectedText() const
{
    if (!m_log || m_selectFrom == 0)
        return {};
    QString text;
    const qint64 first = std::max(std::min(m_selectFrom, m_selectTo), m_log->firstLine());
    const qint64 last = std::min(std::max(m_selectFrom, m_selectTo), first + kMaxCopied);
    for (qint64 number = first; number <= last; ++number)
        text += plainLine(line(m_log->indexOfLine(number)).bytes) + QLatin1Char('\n');
    return text;
}

void LogView::copy() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->key() == Qt::Key_End)
        return setFollowing(true);
    if (event->key() == Qt::Key_M && event->modifiers() == Qt::NoModifier)
        return requestCurve();
    if (event->key() == Qt::Key_Home)
        return verticalScrollBar()->setValue(0);
    QAbstractScrollArea::keyPressEvent(event);
}

void LogView::requestCurve()
{
    if (!m_log || m_log->lineCount() == 0)
        return;
    const qint64 number = m_selectTo != 0 ? m_selectTo : visibleLines().second;
    const qint64 index = std::clamp<qint64>(m_log->indexOfLine(number), 0, m_log->lineCount() - 1);
    emit curveOfNumberRequested(line(index).bytes, -1);
}

qsizetype LogView::numberAt(QPoint place) const
{
    if (!m_log || m_log->lineCount() == 0)
        return -1;
    const QString text = ansiLine(line(m_log->indexOfLine(lineAt(place.y()))).bytes).text;
    const int x = place.x() - (kMargin - horizontalScrollBar()->value() + kTimeWidth);
    const QFontMetrics metrics(font());
    qsizetype at = 0;
    while (at < text.size() && metrics.horizontalAdvance(text.left(at + 1)) <= x)
        ++at;
    const auto isOfNumber = [&](qsizetype i) { return i < text.size() && (text[i].isDigit() || text[i] == u'.'); };
    if (x < 0 || !isOfNumber(at))
        return -1;
    while (at > 0 && isOfNumber(at - 1))
        --at;
    qsizetype end = text.size();
    while (end > at && text[end - 1].isSpace())
        --end;
    return end - at;
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyLines = menu->addAction(tr("Copy lines"), this, &LogView::copy);
    copyLines->setEnabled(m_selectFrom != 0);
    if (m_log && m_log->lineCount() > 0) {
        menu->addAction(tr("Copy path"), this, [path = m_log->path] { QGuiApplication::clipboard()->setText(path); });
        menu->addSeparator();
        const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
        const qsizetype fromEnd = isByKey ? -1 : numberAt(event->pos());
        const QString words =
            fromEnd >= 0 ? tr("Make a curve of this number …") : tr("Make a curve of a number in this line …");
        QByteArray bytes = line(m_log->indexOfLine(lineAt(event->pos().y()))).bytes;
        QAction *make = isByKey ? menu->addAction(words, this, &LogView::requestCurve)
                                : menu->addAction(words, this, [this, bytes = std::move(bytes), fromEnd] {
                                      emit curveOfNumberRequested(bytes, fromEnd);
                                  });
        make->setShortcut(Qt::Key_M);
    }
    menu->addAction(tr("Patterns …"), this, &LogView::patternsRequested);
    menu->popup(event->globalPos());
}

} // namespace paceline
