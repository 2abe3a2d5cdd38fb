// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/publishedrate.h"
#include "backends/store/run.h"
#include "widgets/plots/plotpane.h"

#include <QWidget>
#include <memory>

class QBoxLayout;

namespace paceline {

class AxisView;
class CurvePlot;
class TimeCursor;

/// Loss and throughput side by side on one x axis; narrow windows stack them. GUI thread.
class CurvesRow : public QWidget
{
    Q_OBJECT
public:
    CurvesRow(TimeCursor *cursor, QWidget *parent);

    void setRun(std::shared_ptr<const Run> run);
    void setAxis(RunAxis axis, AxisView *view);
    /// Stands behind the throughput where that is the metric it was made for.
    void setPublished(const std::optional<PublishedRate> &rate);
    /// What to say while there is no curve; empty with loading shows the shape of what comes.
    void setEmpty(const QString &message, bool isLoading);
    void setStale(const QString &age);
    void setCommands(const QList<CopyCommand> &commands);
    void toggleLogY();
    void toggleLogX();
    CurvePlot *loss() const { return m_loss; }
    CurvePlot *throughput() const { return m_throughput; }
    /// The metric whose records the page's axes span; empty without a curve.
    const QString &mainMetric() const { return m_lossMetric; }

    static QString lossMetricOf(const QStringList &metrics);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void chooseMetrics();
    void updateRibbon();
    void updateMessages();

    std::shared_ptr<const Run> m_run;
    std::optional<PublishedRate> m_published;
    QBoxLayout *m_layout;
    CurvePlot *m_loss, *m_throughput;
    QString m_lossMetric, m_throughputMetric, m_empty;
    RunAxis m_axis = RunAxis::Time;
    bool m_isLoading = true, m_logX = false;
};

} // namespace paceline
