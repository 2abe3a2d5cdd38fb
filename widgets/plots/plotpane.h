// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/format/units.h"
#include "widgets/theme.h"

#include <QAction>
#include <QList>
#include <QWidget>
#include <functional>
#include <vector>

class QMenu;

namespace paceline {

class Canvas;

/// A command that shows or does the same in a terminal; offered for copying, never run.
struct CopyCommand
{
    QString title, command;
};

/// The frame of every plot: a panel with a title row (name, note, current value with its unit) over the drawing, with
/// one sentence instead of it while there is nothing to draw, and a menu that exports and copies. GUI thread.
class PlotPane : public QWidget
{
    Q_OBJECT
public:
    struct LegendEntry
    {
        QString name;
        QColor color;
        bool dashed = false;
    };
    /// One line of words under the title; name and colour may be empty.
    struct Detail
    {
        QString name;
        QColor color;
        QString text;
        bool dashed = false;
        friend bool operator==(const Detail &, const Detail &) = default;
    };
    enum class Format { Png, Svg, Pdf, Csv };
    static constexpr int kTitleHeight = 30, kDetailHeight = 17;

    explicit PlotPane(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    const QString &title() const { return m_title; }
    void setValue(const ValueText &value, Mood mood = Mood::Well);
    const ValueText &value() const { return m_value; }
    /// Soft text left of the value: what the cursor reads, a scale, a hint.
    void setNote(const QString &note);
    const QString &note() const { return m_note; }
    /// A sentence in the state colour at the end of the title ("▲ 1 node silent: n3"); empty shows none.
    void setFlag(const QString &text, Mood mood);
    const QString &flag() const { return m_flag; }
    void setDetails(std::vector<Detail> details);
    const std::vector<Detail> &details() const { return m_details; }
    /// Why there is nothing to see and what to do; empty shows the drawing.
    void setMessage(const QString &message);
    const QString &message() const { return m_message; }
    /// Shows the shape of what comes.
    void setLoading(bool loading);
    /// Age in words of data that are no longer renewed; empty: fresh. The drawing stands on, greyed.
    void setStale(const QString &age);
    bool isStale() const { return !m_stale.isEmpty(); }
    void setCommands(QList<CopyCommand> commands) { m_commands = std::move(commands); }
    /// A widget at the right end of the title row, left of the value.
    void addTitleWidget(QWidget *widget);
    /// The size of a title widget changed.
    void placeChildren();

    /// Title, unit, legend and drawing on any paint device, in the size of the pane.
    void renderTo(QPaintDevice *device) const;
    /// Writes the visible range; false (and nothing written) when the file cannot be written. Errors in words.
    bool save(const QString &path, Format format, QString *error) const;
    /// Rows of the visible range with a head line; every cell quoted where it must be.
    virtual QByteArray csv() const { return {}; }
    virtual QString axisTitle() const { return {}; }
    virtual std::vector<LegendEntry> legend() const { return {}; }

signals:
    void activated(); ///< the title was clicked

protected:
    Canvas *canvas() const { return m_canvas; }
    virtual void applyTheme(const Theme &theme);
    virtual void addMenuActions(QMenu *) {}

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    class Cover;
    void updateCover();
    void paintTitle(QPainter &painter, const QRect &row, bool withNote) const;
    void paintDetails(QPainter &painter) const;
    int headHeight() const;
    void askForFile(Format format);
    void copyImage() const;

    Canvas *m_canvas;
    Cover *m_cover;
    QList<QWidget *> m_titleWidgets;
    QList<CopyCommand> m_commands;
    std::vector<Detail> m_details;
    QString m_title, m_note, m_flag, m_message, m_stale;
    ValueText m_value;
    Mood m_valueMood = Mood::Well, m_flagMood = Mood::Attention;
    bool m_loading = false;
};

} // namespace paceline
