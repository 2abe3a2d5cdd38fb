// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/domain/batch.h"
#include "backends/domain/connection.h"
#include "widgets/models/nodefilter.h"
#include "widgets/models/nodegroups.h"
#include "widgets/pages/clustermapwords.h"

#include <QWidget>
#include <functional>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QTimer;

namespace paceline {

class ClusterMapToolbar;
class EmptyState;
class MapLegend;
class NodeCard;
class NodeField;
class VerdictBanner;

/// All nodes of one cluster as a field: the answer in words, what to colour and group by, a search, the field with its
/// legend, and a card about the node under the mouse. Takes snapshots, emits intents; while it is hidden it only keeps
/// the newest list. GUI thread; owned by its parent. The clock is the cluster's and outlives the page.
class ClusterMapPage : public QWidget
{
    Q_OBJECT
public:
    /// The jobs on a node; empty where the queue is not known. Called when a card is shown.
    using JobsOfNode = std::function<std::optional<JobPointers>(const NodeName &)>;

    explicit ClusterMapPage(const Clock &clock, QWidget *parent = nullptr);
    ~ClusterMapPage() override;

    void setNodes(std::shared_ptr<const NodeList> nodes);
    void setJobsOfNode(JobsOfNode jobs) { m_jobsOfNode = std::move(jobs); }
    /// host: as the user named it.
    void setConnection(const ConnectionState &state, const QString &host);
    void setProblems(const std::vector<Problem> &problems);
    void focusFilter();
    void setSearchText(const QString &text);
    void setQuantity(NodeQuantity quantity);
    void setGrouping(NodeGrouping grouping);

    /// Colours, groups and order; the caller keeps them.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

    NodeField &field() { return *m_field; }
    const NodeCard &card() const { return *m_card; }
    const VerdictBanner &banner() const { return *m_banner; }

signals:
    void nodeActivated(const paceline::NodeName &node);
    void copyRequested(const QString &text);
    void connectRequested();
    /// What saveState() tells has changed.
    void stateChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeCard();
    void wire();
    void refresh();
    void judge();
    void applyChoices();
    void applySearch();
    void showAge();
    void showEmptyState();
    void showCard(const std::shared_ptr<const Node> &node, const QRect &cell);
    void showMenu(const NodeName &name, const QPoint &position);
    void leaveSearch();
    bool isStale() const;
    const Error *nodesError() const;
    void applyTheme();

    const Clock &m_clock;
    VerdictBanner *m_banner;
    ClusterMapToolbar *m_toolbar;
    QLabel *m_searchError;
    QStackedWidget *m_fieldOrEmpty;
    MapLegend *m_legend;
    QLabel *m_age;
    QScrollArea *m_scroll;
    NodeField *m_field;
    EmptyState *m_empty;
    NodeCard *m_card;
    QTimer *m_second;

    std::shared_ptr<const NodeList> m_nodes;
    bool m_isFresh = true; ///< false: nodes came while the page was hidden
    JobsOfNode m_jobsOfNode;
    NodeFilter m_filter;
    ConnectionState m_connection;
    QString m_host;
    std::vector<Problem> m_problems;
};

} // namespace paceline
