// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/scalingline.h"

#include <QWidget>
#include <vector>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QTreeView;

namespace paceline {

class FlatButton;
class ScalingFindings;
class ScalingPlot;
class ScalingPointsModel;
class Segments;
class VerdictBanner;

/// How a program gets faster with more accelerators: one's own line, put together of past and running jobs, beside
/// published ones; laws fitted to them, forecasts, and what they rest on. GUI thread; knows no catalogue: its lines are
/// given to it.
class ScalingPage : public QWidget
{
    Q_OBJECT
public:
    explicit ScalingPage(QWidget *parent = nullptr);
    ~ScalingPage() override;

    /// The first one of one's own, or the first, is chosen where the chosen one is gone.
    void setLines(std::vector<ScalingLinePtr> lines);
    const std::vector<ScalingLinePtr> &lines() const { return m_lines; }
    /// What published lines there are to choose from: keys and their words.
    void setBenchmarks(const QStringList &keys, const QStringList &words, const QString &current);
    /// Why there is nothing to see; empty: lines are what there is.
    void setMessage(const QString &message);
    void chooseLine(int index);
    int chosenLine() const { return m_chosen; }
    void setQuantity(ScalingQuantity quantity);
    ScalingQuantity quantity() const { return m_quantity; }

    VerdictBanner *banner() const { return m_banner; }
    ScalingPlot *plot() const { return m_plot; }
    ScalingFindings *findings() const { return m_findings; }

signals:
    void benchmarkChosen(const QString &key);
    /// A job belongs to the line of one's own, or not.
    void jobMoved(paceline::JobId job, bool isIn);
    void jobActivated(paceline::JobId job);
    /// Scales to forecast, by the user.
    void scalesWanted(const std::vector<double> &scales);
    void copyRequested(const QString &text);
    /// The jobs of the chosen line are to be kept as baselines.
    void saveRequested(const std::vector<paceline::JobId> &jobs);

private:
    void buildControls(QBoxLayout *column);
    void buildBody(QBoxLayout *column);
    void refreshPlot();
    void refreshChoice();
    void refreshBanner();
    const ScalingLine *chosen() const;
    /// The command that makes the same figures of the chosen line in a terminal.
    QString commandOfChosen() const;
    void readScales();

    std::vector<ScalingLinePtr> m_lines;
    QStringList m_benchmarkKeys;
    int m_chosen = -1;
    ScalingQuantity m_quantity = ScalingQuantity::Throughput;
    VerdictBanner *m_banner;
    Segments *m_quantityChoice;
    QComboBox *m_benchmarks, *m_lineChoice;
    QLineEdit *m_scales;
    FlatButton *m_cite, *m_command, *m_save;
    ScalingPlot *m_plot;
    ScalingFindings *m_findings;
    ScalingPointsModel *m_points;
    QTreeView *m_table;
};

} // namespace paceline
