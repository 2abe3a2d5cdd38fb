// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/baselinetable.h"
#include "widgets/pages/baselinecurves.h"
#include "widgets/pages/baselinetexts.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QStackedWidget;
class QTreeView;

namespace paceline {

class BaselineDetails;
class BaselineFilters;
class BaselineModel;
class EmptyState;
class FlatButton;
class Segments;
class VerdictBanner;

/// The browser of published figures and one's own: what is listed in one sentence, choices, curves, table, and one
/// record with its citation. GUI thread; owned by its parent; the texts outlive it. Knows no file: intents are signals.
class BaselinesPage : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t kMostCurves = 50;

    explicit BaselinesPage(const BaselineTexts &texts, QWidget *parent = nullptr);
    ~BaselinesPage() override;

    void setTable(BaselineTablePtr table);
    /// Why there is no table; empty: it is read.
    void setFailure(const QString &message);
    /// One line about what was done ("3 records imported"), until the next one; empty hides it.
    void showNote(const QString &note, bool isBad = false);
    void setQuantity(BaselineQuantity quantity);
    void select(const QString &id);
    /// Null: none.
    const Baseline *selected() const;

    BaselineFilters *filters() const { return m_filters; }
    BaselineModel *model() const { return m_model; }
    VerdictBanner *banner() const { return m_banner; }
    ScalingPlot *plot() const { return m_plot; }
    BaselineDetails *details() const { return m_details; }
    EmptyState *emptyState() const { return m_empty; }
    QString note() const;

signals:
    void copyRequested(const QString &text);
    void importRequested();
    void removeRequested(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildControls(QBoxLayout *column);
    void buildMiddle(QBoxLayout *column);
    void buildTable(QBoxLayout *column);
    void wire();
    void refresh();
    void refreshPlot();
    void refreshDetails();
    void copyRows();
    void showMenu(const QPoint &position);
    void applyTheme();

    const BaselineTexts &m_texts;
    BaselineModel *m_model;
    VerdictBanner *m_banner;
    BaselineFilters *m_filters;
    Segments *m_quantityChoice;
    QLabel *m_note;
    ScalingPlot *m_plot;
    BaselineDetails *m_details;
    FlatButton *m_cite, *m_bibtex, *m_remove, *m_rows, *m_import;
    QTreeView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_tableOrEmpty;
    BaselineQuantity m_quantity = BaselineQuantity::Throughput;
    std::vector<QString> m_curveRecords; ///< by series of the plot
    QString m_selected, m_failure;
    bool m_isBadNote = false;
};

} // namespace paceline
