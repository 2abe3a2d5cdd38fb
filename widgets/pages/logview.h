// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/logtext.h"
#include "widgets/theme.h"

#include <QAbstractScrollArea>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace paceline {

/// The text of a followed log: paints only the lines that are seen, however many there are. Plain text; colours of the
/// terminal are shown. It follows the end until one scrolls up. GUI thread.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(QWidget *parent = nullptr);

    void setLog(std::shared_ptr<const LogText> log);
    /// When the line was written, for lines that came with a backlog; NaN where unknown.
    void setTimeOfLine(std::function<double(qint64 line)> time) { m_timeOfLine = std::move(time); }
    bool isFollowing() const { return m_following; }
    void setFollowing(bool on);
    /// The line behind the cursor; brought into view unless the end is followed. 0: none.
    void setLitLine(qint64 number);
    qint64 litLine() const { return m_litLine; }

    /// Looks for text in all lines, a piece at a time; without capitals it looks for both cases.
    void search(const QString &text);
    void nextMatch();
    void previousMatch();
    qint64 matchCount() const { return qint64(m_matches.size()); }

    /// Numbers of the first and last line that are seen.
    std::pair<qint64, qint64> visibleLines() const;
    QString selectedText() const;

signals:
    void followingChanged(bool isFollowing);
    /// current counts from 1, 0 is none; isDone: all lines were looked at.
    void matchesChanged(qint64 current, qint64 count, bool isDone);
    void lineActivated(qint64 number);
    /// A curve is to be made of a number in the line. fromEnd: how many characters before the line's end it stands; -1:
    /// of whichever number.
    void curveOfNumberRequested(const QByteArray &line, qsizetype fromEnd);
    void patternsRequested();

public slots:
    void copy() const;
    /// Of the selected line, or else of the last one that is seen.
    void requestCurve();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Line
    {
        QByteArray bytes;
        qint64 number = 0, timeMs = 0;
    };
    Line line(qint64 index) const;
    qint64 lineAt(int y) const;
    /// Of the number at the place: characters between its start and the line's end; -1: none stands there.
    qsizetype numberAt(QPoint place) const;
    /// At the end the newest line stands whole at the bottom.
    int firstTop() const;
    int rowHeight() const;
    int visibleRows() const;
    void updateScrollBars();
    void paintLine(QPainter &painter, const Line &line, int top);
    void paintText(QPainter &painter, const QByteArray &bytes, QPoint at);
    void paintMatches(QPainter &painter, const QString &text, QPoint at) const;
    QString timeText(const Line &line) const;
    void showLine(qint64 number);
    void searchOn();
    void goToMatch(qint64 index);

    std::shared_ptr<const LogText> m_log;
    std::function<double(qint64)> m_timeOfLine;
    bool m_following = true, m_adjusting = false;
    qint64 m_litLine = 0, m_selectFrom = 0, m_selectTo = 0;
    int m_widest = 0;

    QByteArray m_needle;
    bool m_anyCase = true;
    std::vector<qint64> m_matches; ///< line numbers, ascending
    qint64 m_searchedTo = 0;       ///< number of the next line to look at
    qint64 m_current = -1;
    QTimer m_search;
};

} // namespace paceline
