// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/domain/batch.h"
#include "backends/domain/connection.h"

#include <QWidget>
#include <optional>

class QLabel;
class QTimer;
class QToolButton;

namespace paceline {

/// The line at the bottom: the connection in words, how old the queue is, what watching costs the cluster, where the
/// keys are. GUI thread; owned by its parent. Ticks once a second only while visible and something ages.
class StatusBar : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent = nullptr);

    /// Empty host: no cluster is chosen. The clock is the cluster's; it must outlive its use here, null for none.
    void setConnection(const ConnectionState &state, const QString &host, const Clock *clock);
    void setQueueTime(qint64 takenMs);
    void setCost(const std::optional<ObserverCost> &cost);
    /// A passing note, for example "Copied".
    void showNote(const QString &text);

    QString connectionLine() const;

signals:
    void reconnectRequested();
    void helpRequested();
    void paletteRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void applyTheme();
    void updateTimer();

    QLabel *m_symbol;
    QLabel *m_connectionText;
    QToolButton *m_reconnect;
    QLabel *m_queue;
    QLabel *m_costText;
    QLabel *m_note;
    QToolButton *m_goTo;
    QToolButton *m_keys;
    QTimer *m_second;
    QTimer *m_noteTimer;

    ConnectionState m_state;
    QString m_host;
    const Clock *m_clock = nullptr;
    qint64 m_queueMs = 0;
    std::optional<ObserverCost> m_cost;
};

} // namespace paceline
